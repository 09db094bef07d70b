using System.Globalization;
using HnCe.Domain.Access;

namespace HnCe.Domain.Training;

/// <summary>One row to import as it was read. Source: SCO-05.</summary>
/// <param name="Number">Row number in the file, or the sender's own.</param>
/// <param name="IdNumber">身份证号, as typed.</param>
/// <param name="Score">成绩, or 合格/不合格, as typed.</param>
/// <param name="Remark">备注.</param>
/// <param name="Problem">Why the cells themselves cannot be taken, such as a formula; null when they can.</param>
public sealed record ScoreRow(int Number, string IdNumber, string Score, string? Remark, Refusal? Problem = null);

/// <summary>One cell as a spreadsheet or a line holds it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What it says.</param>
internal readonly record struct ScoreCell(ScoreCellKind Kind, string Text);

internal enum ScoreCellKind
{
    Text,
    Number,
    Formula,
    Other,
}

/// <summary>Finds the columns of a file by its first row and turns cells into rows; formulas are named, never evaluated. Source: SCO-05, SECURITY D7.</summary>
internal static class ScoreTable
{
    /// <summary>Most rows of one import.</summary>
    public const int MostRows = 10_000;

    /// <summary>The headings of the template.</summary>
    public static readonly IReadOnlyList<string> Headings = ["身份证号", "成绩", "备注"];

    private static readonly string[] _idNumber = ["身份证号", "身份证号码"];
    private static readonly string[] _score = ["成绩", "是否合格"];

    public static Outcome<IReadOnlyList<ScoreRow>> Read(IEnumerable<(int Number, IReadOnlyDictionary<int, ScoreCell> Cells)> lines)
    {
        List<ScoreRow> rows = [];
        (int IdNumber, int Score, int Remark)? columns = null;
        foreach (var (number, cells) in lines)
        {
            if (cells.Values.All(cell => cell.Kind is ScoreCellKind.Text && string.IsNullOrWhiteSpace(cell.Text)))
            {
                continue;
            }

            if (columns is null)
            {
                columns = (Column(cells, _idNumber), Column(cells, _score), Column(cells, ["备注"]));
                if (columns is { IdNumber: < 0 } or { Score: < 0 })
                {
                    return ImportRefusals.NoHeadings;
                }

                continue;
            }

            if (rows.Count == MostRows)
            {
                return ImportRefusals.TooManyRows;
            }

            rows.Add(Row(number, Cell(cells, columns.Value.IdNumber), Cell(cells, columns.Value.Score), Cell(cells, columns.Value.Remark)));
        }

        return rows.Count > 0 ? rows : ImportRefusals.NoRows;
    }

    private static ScoreRow Row(int number, ScoreCell idNumber, ScoreCell score, ScoreCell remark)
    {
        var problem = new[] { idNumber, score, remark }.Any(IsFormula) ? ImportRefusals.Formula
            : idNumber.Kind is not ScoreCellKind.Text ? ImportRefusals.IdNumberIsNumber
            : score.Kind is ScoreCellKind.Other ? ClassRefusals.InvalidScore : null;
        return new(number, idNumber.Text.Trim(), score.Text.Trim(), remark.Text.Trim(), problem);
    }

    // A text that begins like a formula becomes one as soon as somebody opens an export of it.
    private static bool IsFormula(ScoreCell cell) => cell.Kind is ScoreCellKind.Formula || (cell.Kind is ScoreCellKind.Text && cell.Text.TrimStart() is ['=' or '@', ..]);

    private static ScoreCell Cell(IReadOnlyDictionary<int, ScoreCell> cells, int column) => cells.TryGetValue(column, out var cell) ? cell : new(ScoreCellKind.Text, "");

    private static int Column(IReadOnlyDictionary<int, ScoreCell> cells, string[] names) =>
        cells.Where(cell => names.Contains(cell.Value.Text.Trim())).Select(cell => cell.Key).DefaultIfEmpty(-1).First();

    /// <summary>A number as a spreadsheet shows it: 85.599999999999994 is 85.6.</summary>
    public static string Shown(string number) =>
        double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) < 1e9
            ? ((decimal)value).ToString(CultureInfo.InvariantCulture) : number;
}

/// <summary>Why a file or a row of it cannot be imported. Source: SCO-05.</summary>
public static class ImportRefusals
{
    /// <summary>The first row does not name the columns.</summary>
    public static readonly Refusal NoHeadings = new(RefusalCode.Required, "第一行须有“身份证号”和“成绩”（或“是否合格”）两列，请使用导入模板", "file");

    /// <summary>Nothing below the headings.</summary>
    public static readonly Refusal NoRows = new(RefusalCode.NothingSelected, "没有可以导入的成绩", "file");

    /// <summary>More than one import takes.</summary>
    public static readonly Refusal TooManyRows = new(RefusalCode.TooManySelected, $"一次最多导入 {ScoreTable.MostRows} 行，请分成几个文件", "file");

    /// <summary>More rows than one request takes.</summary>
    public static readonly Refusal TooManyAtOnce = new(RefusalCode.TooManySelected, "一次请求最多导入 500 行，请分批提交", "rows");

    /// <summary>The preview is too old, or somebody else's.</summary>
    public static readonly Refusal PreviewGone = new(RefusalCode.LinkExpired, "预览已失效，请重新上传文件", "file");

    /// <summary>Neither a spreadsheet nor a text.</summary>
    public static readonly Refusal NotATable = new(RefusalCode.FileTypeNotAllowed, "只能上传 xlsx 或 csv 文件", "file");

    /// <summary>The name promises something else.</summary>
    public static readonly Refusal Renamed = new(RefusalCode.FileTypeMismatch, "文件内容与文件名的格式不符。请用原来的软件另存为 xlsx 或 csv，不要只改文件名", "file");

    /// <summary>Macros or links to other files.</summary>
    public static readonly Refusal Active = new(RefusalCode.FileUnsafe, "文件含有宏或指向其它文件的链接，不能导入。请另存为不含宏的 xlsx 后重试", "file");

    /// <summary>Damaged inside.</summary>
    public static readonly Refusal Damaged = new(RefusalCode.FileUnsafe, "文件已损坏或不是标准的 xlsx 文件，请另存后重试", "file");

    /// <summary>Formulas are not evaluated.</summary>
    public static readonly Refusal Formula = new(RefusalCode.InvalidText, "单元格是公式，请改为填写数值或文字");

    /// <summary>A spreadsheet keeps 15 digits of a number only.</summary>
    public static readonly Refusal IdNumberIsNumber = new(RefusalCode.InvalidIdNumber, "身份证号须为文本格式：数字格式只保留前 15 位，后几位已经丢失");

    /// <summary>Full-width digits.</summary>
    public static readonly Refusal FullWidth = new(RefusalCode.InvalidIdNumber, "身份证号含有全角字符，请改为半角数字");

    /// <summary>The same person in an earlier row.</summary>
    public static Refusal Repeated(int first) => new(RefusalCode.TraineeTwice, $"与第 {first} 行的身份证号重复");

    /// <summary>The class has not that many places left.</summary>
    public static Refusal NoRoom(int good, int left) => new(RefusalCode.CapacityExceeded, $"合格的成绩有 {good} 行，培训班只剩 {left} 个名额，请先修改班级人数上限");
}
