using SkiaSharp;

namespace HnCe.Domain.Certificates;

/// <summary>
/// The list of records (学时明细) as a ruled table that always fits its height: rows shrink in steps,
/// and when that is not enough the last row sums up what is not shown (等 N 项).
/// </summary>
internal sealed class RecordTable
{
    private const float Padding = 2.4f * Pen.Mm;
    private const int MostLinesInCell = 2;

    /// <summary>No table can show more rows than this; fonts need not know the characters of the others.</summary>
    public const int MostRows = 24;

    private static readonly SKColor _ink = new(0x11, 0x11, 0x11);
    private static readonly SKColor _rule = new(0x55, 0x62, 0x7A);
    private static readonly SKColor _shade = new(0xF1, 0xF4, 0xF9);
    private static readonly float[] _shares = [0.088f, 0.492f, 0.165f, 0.155f, 0.1f];
    private static readonly (float Scale, float RowHeight)[] _steps = [(1, 9), (0.96f, 8.2f), (0.92f, 7.4f), (0.87f, 6.6f), (0.8f, 5.8f), (0.74f, 5.1f)];

    private readonly Pen _pen;
    private readonly float _width;
    private readonly float _scale;
    private readonly float _rowHeight;
    private readonly List<Row> _rows = [];

    private RecordTable(Pen pen, CertificateContent content, float width, float height, (float Scale, float RowHeight) step)
    {
        (_pen, _width, (_scale, _rowHeight)) = (pen, width, step);
        Head();
        var room = height - _rows[0].Height - RowHeight(1);
        foreach (var row in content.Records.Take(MostRows).Select(Record))
        {
            room -= row.Height;
            _rows.Add(row);
        }
        if (room < 0 || content.Records.Count > MostRows)
        {
            Fold(content, room - RowHeight(1));
        }
        Foot(content);
    }

    /// <summary>Height of the whole table in points.</summary>
    public float Height => _rows.Sum(row => row.Height);

    private bool Folded { get; set; }

    /// <summary>The largest scale at which everything fits; else the smallest with a summed last row.</summary>
    public static RecordTable Plan(Pen pen, CertificateContent content, float width, float height)
    {
        foreach (var step in _steps)
        {
            var table = new RecordTable(pen, content, width, height, step);
            if (!table.Folded || step == _steps[^1])
            {
                return table;
            }
        }
        throw new InvalidOperationException("There is always a smallest scale.");
    }

    /// <summary>Draws with the upper left corner at the point.</summary>
    public void Draw(float x, float y)
    {
        _pen.Fill(SKRect.Create(x, y, _width, _rows[0].Height), _shade);
        _pen.Box(SKRect.Create(x, y, _width, Height), 0.9f, _rule);
        foreach (var row in _rows)
        {
            Draw(row, x, y);
            y += row.Height;
            if (row != _rows[^1])
            {
                _pen.Rule(x, y, x + _width, y, 0.5f, _rule);
            }
        }
    }

    private void Draw(Row row, float x, float y)
    {
        for (var i = 0; i < row.Cells.Count; i++)
        {
            var cell = row.Cells[i];
            if (i > 0)
            {
                _pen.Rule(x, y, x, y + row.Height, 0.5f, _rule);
            }
            var pitch = cell.Lines.Count == 0 ? 0 : cell.Lines[0].Style.Size * 1.35f;
            var baseline = y + row.Height / 2 - pitch * (cell.Lines.Count - 1) / 2 + Size * 0.36f;
            foreach (var line in cell.Lines)
            {
                var left = cell.Centred ? (cell.Width - line.Width) / 2 : Padding * _scale;
                _pen.Text(line, x + left, baseline);
                baseline += pitch;
            }
            x += cell.Width;
        }
    }

    private float Size => 10.5f * _scale;

    private float RowHeight(int lines) => (_rowHeight * Pen.Mm) + (lines - 1) * Size * 1.35f;

    private void Head() => _rows.Add(Line([.. Wording.Columns.Select((name, i) => Cell(name, i, i != 1, bold: true))]));

    private Row Record(CertificateRecord record, int index) => Line(
    [
        Cell(Wording.Whole(index + 1), 0, centred: true),
        Cell(record.Name, 1, centred: false),
        Cell(record.Form, 2, centred: true),
        Cell(record.Category, 3, centred: true),
        Cell(Wording.Hours(record.Hours), 4, centred: true),
    ]);

    private void Fold(CertificateContent content, float room)
    {
        Folded = true;
        while (room < 0 && _rows.Count > 1)
        {
            room += _rows[^1].Height;
            _rows.RemoveAt(_rows.Count - 1);
        }
        var shown = _rows.Count - 1;
        var hours = content.Records.Skip(shown).Sum(record => record.Hours);
        _rows.Add(Wide(Wording.Rest(content.Records.Count, shown, hours), Wording.Hours(hours), bold: false));
    }

    private void Foot(CertificateContent content) => _rows.Add(Wide(Wording.Total, Wording.Hours(content.TotalHours), bold: true));

    private Row Wide(string text, string hours, bool bold)
    {
        var style = new TextStyle(Size, _ink, bold);
        var width = _width * (1 - _shares[4]);
        var line = _pen.Typesetter.Fit(text, style, width - 2 * Padding * _scale, smallest: 5);
        return Line([new([line], width, Centred: bold), Cell(hours, 4, centred: true)]);
    }

    private CellText Cell(string text, int column, bool centred, bool bold = false)
    {
        var width = _width * _shares[column];
        var room = width - (centred ? 1.2f : 2) * Padding * _scale;
        var style = new TextStyle(Size, _ink, bold);
        return centred
            ? new(_pen.Typesetter.Balance(text, style, room, MostLinesInCell), width, centred)
            : new(_pen.Typesetter.Wrap(text, style, room, MostLinesInCell), width, centred);
    }

    private Row Line(List<CellText> cells) => new(cells, RowHeight(Math.Max(1, cells.Max(cell => cell.Lines.Count))));

    private sealed record CellText(List<TextLine> Lines, float Width, bool Centred);

    private sealed record Row(List<CellText> Cells, float Height);
}
