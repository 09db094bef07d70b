using System.IO.Compression;
using System.Net;
using System.Text;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Pages.Tests.Training;

/// <summary>导入成绩: template, upload, preview, confirmation.</summary>
public sealed class ImportScoresPageTests : WorldFixture
{
    [Fact, Trait("Spec", "SCO-05")]
    public async Task Upload_IsPreviewed_ThenTheGoodRowsAreImported()
    {
        var key = await World.ClassAsync();
        var (good, other) = (await World.ProfessionalAsync(World.School), await World.ProfessionalAsync(World.School));
        var browser = await World.SignInAsync(World.As(World.Institution));
        var page = await Shown.OpenAsync(browser, AddressOf(key));
        Assert.Equal(HttpStatusCode.OK, page.Status);

        var preview = await page.UploadAsync("form[enctype] button.btn", "file", "成绩.csv", Encoding.UTF8.GetBytes(
            $"身份证号,成绩,备注\n{good.Person!.IdNumber},88,\n{other.Person!.IdNumber},一百,\n{World.Stranger().IdNumber},60,\n"));

        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Contains("可以导入 1 行，有问题 2 行", preview.Text, StringComparison.Ordinal);
        Assert.Equal(["3", "4"], preview.Document.QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim()));
        Assert.Contains("成绩须为 0 至 100 的数字", preview.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(good.Person.IdNumber, preview.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(key));
        var done = await preview.SubmitAsync("form[action*=Import] button.btn");
        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        Assert.Contains("已导入 1 人的成绩，2 行有问题没有导入。", (await done.FollowAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(key));
    }

    [Fact, Trait("Spec", "SCO-05")]
    public async Task Preview_OfAnotherClassOrAccount_IsNotTaken()
    {
        var (key, second) = (await World.ClassAsync(), await World.ClassAsync());
        var person = await World.ProfessionalAsync(World.School);
        var file = Encoding.UTF8.GetBytes($"身份证号,成绩\n{person.Person!.IdNumber},88\n");
        var browser = await World.SignInAsync(World.As(World.Institution));
        var preview = await (await Shown.OpenAsync(browser, AddressOf(key))).UploadAsync("form[enctype] button.btn", "file", "成绩.csv", file);
        var rows = preview.ValueOf("rows");
        var colleague = await World.SignInAsync(await World.AppointAsync(World.Institution));

        foreach (var (who, @class) in new[] { (browser, second), (colleague, key) })
        {
            var own = await (await Shown.OpenAsync(who, AddressOf(@class))).UploadAsync("form[enctype] button.btn", "file", "成绩.csv", file);
            foreach (var sent in new[] { rows, "bm90aGluZw==", "!" })
            {
                var refused = await own.SubmitAsync("form[action*=handler] button.btn", ("rows", sent));

                Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
                Assert.Contains("预览已失效", refused.Text, StringComparison.Ordinal);
            }
        }

        Assert.Equal(0, await CountAsync(key) + await CountAsync(second));
    }

    [Fact, Trait("Spec", "SCO-05")]
    public async Task File_RenamedOrMissing_IsRefused_AndAForeignClassIsNotFound()
    {
        var key = await World.ClassAsync();
        var page = await Shown.OpenAsync(await World.SignInAsync(World.As(World.Institution)), AddressOf(key));

        Assert.Contains("只改文件名", Assert.Single((await page.UploadAsync("form[enctype] button.btn", "file", "成绩.xlsx", Proof.Png)).Errors), StringComparison.Ordinal);
        var none = await page.SubmitAsync("form[enctype] button.btn");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "请选择填好的成绩文件"), (none.Status, none.Errors[0]));
        var stranger = await World.SignInAsync(await World.InstitutionAsync(World.Luoyang, "WR0001055"));
        Assert.Equal(HttpStatusCode.NotFound, (await Shown.OpenAsync(stranger, AddressOf(key))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Shown.OpenAsync(stranger, AddressOf(key) + "&handler=Template")).Status);
        var bureau = await Shown.OpenAsync(await World.SignInAsync(World.As(World.Zhengzhou)), AddressOf(key));
        Assert.NotEqual(HttpStatusCode.OK, bureau.Status);
    }

    [Fact, Trait("Spec", "SCO-05")]
    public async Task Template_IsAnXlsxThatCanBeFilledIn()
    {
        var browser = await World.SignInAsync(World.As(World.Institution));
        var answer = await browser.GetAsync(AddressOf(await World.ClassAsync()) + "&handler=Template");

        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", answer.Content.Headers.ContentType!.MediaType);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var read = await HnCe.Domain.Training.ScoreFile.ReadAsync(new MemoryStream(bytes), "成绩导入模板.xlsx", CancellationToken.None);
        Assert.Equal(Domain.Access.RefusalCode.NothingSelected, read.Refusals[0].Code);
        using var zip = new ZipArchive(new MemoryStream(bytes));
        Assert.Contains(zip.Entries, entry => entry.FullName == "xl/workbook.xml");
    }

    private static string AddressOf(long @class) => $"/Training/ImportScores?class={World.ClassIdOf(@class)}";

    private Task<int> CountAsync(long @class) => World.ReadAsync(db => db.TraineeScores.CountAsync(s => s.ClassId == @class));
}
