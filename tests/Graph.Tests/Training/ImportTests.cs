using System.IO.Compression;
using System.Text;
using HnCe.Domain.Access;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.Training;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Graph.Tests.Training;

/// <summary>成绩导入: every bad row is named, the good ones are written or none, and no file does harm.</summary>
public sealed class ImportTests(Worlds worlds) : IClassFixture<Worlds>
{
    [Theory, OnBothDatabases, Trait("Spec", "SCO-05")]
    public async Task TenThousandRows_With37Bad_AreReportedAndTheRestImported(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var key = await world.ClassAsync(await world.PassedPlanAsync(planned: 10_000), 10_000);
        var people = await world.ProfessionalsAsync(world.School, 9_970);
        await world.ScoreAsync(key, people[0]);
        List<string> rows = [.. people.Skip(1).Take(9_963).Select(person => Row(person.Person!.IdNumber, "<v>85.599999999999994</v>"))];
        List<(string Row, string Reason)> bad = [];
        for (var i = 0; i < 4; i++)
        {
            var somebody = people[9_965 + i].Person!.IdNumber;
            bad.Add((Row(somebody, "<f>80+5</f><v>85</v>"), "公式"));
            bad.Add(($"<row><c><v>{somebody[..15]}000</v></c><c><v>80</v></c></row>", "文本格式"));
            bad.Add((Row(somebody, "<is><t>八十</t></is>", "inlineStr"), "0 至 100"));
            bad.Add((Row(string.Concat(somebody.Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '０') : c)), "<v>80</v>"), "全角"));
            bad.Add((Row(somebody[..17] + (somebody[17] == '1' ? '2' : '1'), "<v>80</v>"), "不正确"));
            bad.Add((Row(world.Stranger().IdNumber, "<v>80</v>"), "没有找到"));
            bad.Add((Row(people[1 + i].Person!.IdNumber, "<v>80</v>"), "重复"));
            bad.Add((Row(somebody, "<v>100.5</v>"), "0 至 100"));
            bad.Add((Row(somebody, "<v>60.55</v>"), "0 至 100"));
        }

        bad.Add((Row(people[0].Person!.IdNumber, "<v>80</v>"), "已登记"));
        Assert.Equal(37, bad.Count);
        var read = await ReadAsync(Workbook([.. rows, .. bad.Select(one => one.Row)]), "成绩.xlsx");

        var preview = await ImportAsync(world.As(world.Institution), key, read.Value!, ImportMode.DryRun);
        var none = await ImportAsync(world.As(world.Institution), key, read.Value!, ImportMode.AllOrNothing);
        Assert.Equal((9_963, 0, 37), (preview.Value!.Good, preview.Value.Imported, preview.Value.Bad.Count));
        Assert.Equal(0, none.Value!.Imported);
        Assert.Equal(1, await world.ReadAsync(db => db.TraineeScores.CountAsync(s => s.ClassId == key)));
        var done = await ImportAsync(world.As(world.Institution), key, read.Value!, ImportMode.GoodRowsOnly);

        Assert.Equal((9_963, 37), (done.Value!.Imported, done.Value.Bad.Count));
        Assert.Equal(Enumerable.Range(9_965, 37), done.Value.Bad.Select(row => row.Number));
        Assert.All(done.Value.Bad.Zip(bad), pair => Assert.Contains(pair.Second.Reason, pair.First.Refusal.Message, StringComparison.Ordinal));
        Assert.Equal(9_963, await world.ReadAsync(db => db.TraineeScores.CountAsync(s => s.ClassId == key && s.Score == 85.6m && s.Qualified)));
    }

    [Theory, OnBothDatabases, Trait("Spec", "SCO-05")]
    public async Task Mutation_ImportsByMode_AndKeepsItsLimits(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var clerk = world.As(world.Institution);
        var (key, first, second) = (await world.ClassAsync(capacity: 2), await world.ProfessionalAsync(world.School), await world.ProfessionalAsync(world.School));
        object[] rows = [new { number = 7, first.Person!.IdNumber, score = "90.5" }, new { number = 8, second.Person!.IdNumber, score = "101" }];

        async Task<Reply> SendAsync(Actor actor, object sent, string mode) => await actor.AskAsync(
            "mutation ($input: ImportScoresInput!) { importScores(input: $input) { good imported bad { number code message } userErrors { code message path } } }",
            new { input = new { @class = World.ClassIdOf(key), rows = sent, mode } });

        var dry = (await SendAsync(clerk, rows, "DRY_RUN")).Succeeded();
        Assert.Equal((1m, 0m, 8m, "INVALID_SCORE"), (dry.Number("importScores.good"), dry.Number("importScores.imported"), dry.Number("importScores.bad.0.number"), dry.String("importScores.bad.0.code")));
        Assert.Equal(0, (await SendAsync(clerk, rows, "ALL_OR_NOTHING")).Succeeded().Number("importScores.imported"));
        Assert.Equal(1, (await SendAsync(clerk, rows, "GOOD_ROWS_ONLY")).Succeeded().Number("importScores.imported"));
        Assert.Equal(["NOTHING_SELECTED"], (await SendAsync(clerk, Array.Empty<object>(), "DRY_RUN")).Refusals);
        Assert.Equal(["TOO_MANY_SELECTED"], (await SendAsync(clerk, Enumerable.Repeat(rows[0], 501), "DRY_RUN")).Refusals);
        var more = await world.ProfessionalsAsync(world.School, 2);
        Assert.Equal(["CAPACITY_EXCEEDED"], (await SendAsync(clerk, more.Select((one, i) => new { number = i, one.Person!.IdNumber, score = "70" }), "GOOD_ROWS_ONLY")).Refusals);
        var stranger = await world.InstitutionAsync(world.Luoyang, provider is DatabaseProvider.Sqlite ? "DM0008881" : "DM0008882");
        Assert.Equal(["NOT_FOUND"], (await SendAsync(stranger, rows, "DRY_RUN")).Refusals);
        Assert.Equal(["FORBIDDEN"], (await SendAsync(world.As(world.Zhengzhou), rows, "DRY_RUN")).Errors);
        (await clerk.SubmitScoresAsync(World.ClassIdOf(key))).Succeeded();
        Assert.Equal(["CLASS_FROZEN"], (await SendAsync(clerk, rows, "DRY_RUN")).Refusals);
    }

    [Fact, Trait("Spec", "SCO-05")]
    public async Task Csv_OfBothEncodings_IsReadAlike()
    {
        const string text = "身份证号,成绩,备注\r\n419900197501010020,85.5,补考\r\n\r\n=1+1,60,\r\n";
        foreach (var bytes in new[]
        {
            Encoding.UTF8.GetBytes(text), [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)], CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text),
        })
        {
            var rows = (await ReadAsync(bytes, "成绩.csv")).Value!;

            Assert.Equal([("419900197501010020", "85.5", "补考"), ("=1+1", "60", "")], rows.Select(row => (row.IdNumber, row.Score, row.Remark)));
            Assert.Equal([false, true], rows.Select(row => row.Problem is not null));
        }
    }

    [Fact, Trait("Spec", "SCO-05")]
    public async Task File_ThatIsNotWhatItSaysOrDoesHarm_IsRefused()
    {
        var good = Workbook([Row("419900197501010020", "<v>80</v>")]);
        Assert.False((await ReadAsync(good, "成绩.xlsx")).IsRefused);

        Assert.Equal(RefusalCode.FileTypeMismatch, await RefusedAsync(Proof.Png, "成绩.xlsx"));
        Assert.Equal(RefusalCode.FileTypeMismatch, await RefusedAsync(Proof.Png, "成绩.csv"));
        Assert.Equal(RefusalCode.FileTypeMismatch, await RefusedAsync(good, "成绩.csv"));
        Assert.Equal(RefusalCode.FileTypeNotAllowed, await RefusedAsync(good, "成绩.xls"));
        Assert.Equal(RefusalCode.FileEmpty, await RefusedAsync([], "成绩.csv"));
        Assert.Equal(RefusalCode.FileTooLarge, await RefusedAsync(new byte[(10 * 1024 * 1024) + 1], "成绩.csv"));
        Assert.Equal(RefusalCode.FileUnsafe, await RefusedAsync(good[..^40], "成绩.xlsx"));
        Assert.Equal(RefusalCode.FileUnsafe, await RefusedAsync(Workbook([], ("xl/vbaProject.bin", "x")), "成绩.xlsx"));
        Assert.Equal(RefusalCode.FileUnsafe, await RefusedAsync(Workbook([], ("xl/externalLinks/externalLink1.xml", "<x/>")), "成绩.xlsx"));
        Assert.Equal(RefusalCode.FileUnsafe, await RefusedAsync(Workbook([], ("xl/sharedStrings.xml", "<!DOCTYPE x [<!ENTITY a 'b'>]><sst><si><t>&a;</t></si></sst>")), "成绩.xlsx"));
        Assert.Equal(RefusalCode.FileUnsafe, await RefusedAsync(Workbook([], ("xl/media/bomb.xml", new string(' ', 8 * 1024 * 1024))), "成绩.xlsx"));
        Assert.Equal(RefusalCode.Required, await RefusedAsync("姓名,分数\r\n王芳,80\r\n"u8.ToArray(), "成绩.csv"));
        Assert.Equal(RefusalCode.NothingSelected, await RefusedAsync("身份证号,成绩\r\n"u8.ToArray(), "成绩.csv"));
        Assert.Equal(RefusalCode.TooManySelected, await RefusedAsync(Encoding.UTF8.GetBytes("身份证号,成绩\n" + string.Concat(Enumerable.Repeat("1,1\n", 10_001))), "成绩.csv"));
    }

    private static async Task<RefusalCode> RefusedAsync(byte[] bytes, string name) => (await ReadAsync(bytes, name)).Refusals[0].Code;

    private static Task<Outcome<IReadOnlyList<ScoreRow>>> ReadAsync(byte[] bytes, string name) => ScoreFile.ReadAsync(new MemoryStream(bytes), name, CancellationToken.None);

    private static Task<Outcome<ImportOutcome>> ImportAsync(Actor actor, long @class, IReadOnlyList<ScoreRow> rows, ImportMode mode) =>
        actor.RunAsync<ImportScores, Outcome<ImportOutcome>>(import => import.RunAsync(@class, rows, mode, CancellationToken.None));

    private static string Row(string idNumber, string score, string type = "n") =>
        $"<row><c t=\"inlineStr\"><is><t>{idNumber}</t></is></c><c t=\"{type}\">{score}</c></row>";

    private static byte[] Workbook(IEnumerable<string> rows, params (string Name, string Text)[] more)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in more.Concat(
            [
                ("[Content_Types].xml", "<Types/>"),
                ("xl/workbook.xml", "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"成绩\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
                ("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
                ("xl/worksheets/sheet1.xml", $"<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>身份证号</t></is></c><c t=\"inlineStr\"><is><t>成绩</t></is></c></row>{string.Concat(rows)}</sheetData></worksheet>"),
            ]))
            {
                using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open());
                writer.Write(text);
            }
        }

        return file.ToArray();
    }
}
