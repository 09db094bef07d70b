using System.Text;
using HnCe.Domain.Access;
using HnCe.Testing;
using Xunit;

namespace HnCe.Pages.Tests.Audit;

[Trait("Spec", "S-SYS-08")]
[Trait("Spec", "GEN-10")]
public sealed class AuditTests : WorldFixture
{
    [Fact]
    public async Task Log_Filtered_SpeaksChinese()
    {
        await World.As(World.School).RunAsync<Domain.Accounts.SignIn, Outcome<Domain.Accounts.SignedInAccount>>(signIn => signIn.RunAsync(World.As(World.School).Credentials, default));
        var list = await VisitAsync(World.SystemAdmin, "/audit");

        var found = await list.SubmitAsync("form.filter button", ("verb", "SignIn"));
        var none = await list.SubmitAsync("form.filter button", ("actor", "无此人"));
        var later = await list.SubmitAsync("form.filter button", ("from", "2090-01-01"));

        Assert.All(found.Document.QuerySelectorAll("tbody td[data-label=动作]"), cell => Assert.Equal("登录", cell.TextContent.Trim()));
        Assert.Contains("帐号", found.Document.QuerySelector("tbody td[data-label=对象]")!.TextContent);
        Assert.Contains("动作：登录", found.Document.QuerySelector(".chips")!.TextContent);
        Assert.Contains("没有符合条件的日志", none.Text);
        Assert.Contains("没有符合条件的日志", later.Text);
    }

    [Fact]
    public async Task Export_Always_IsATableWithoutFormulas()
    {
        await new Actor(World, Caller.System with { Name = "=HYPERLINK(\"http://x\",\"点我\")", Address = "+1" }).WriteAsync((_, write) =>
        {
            write.Note("@SUM(A1)", "\"-1, 2\"");
            return Task.FromResult(1);
        });
        using var browser = await World.SignInAsync(World.SystemAdmin);
        var list = await Shown.OpenAsync(browser, "/audit?actor=HYPERLINK");

        var answer = await browser.GetAsync(list.Document.QuerySelector(".page-head a")!.GetAttribute("href"));
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var lines = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("审计日志", answer.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.Equal("序号,时间,用户,用户类型,动作,对象,内容,地址", lines[0]);
        Assert.Equal(2, lines.Length);
        Assert.Contains("\"'=HYPERLINK(\"\"http://x\"\",\"\"点我\"\")\"", lines[1]);
        Assert.Contains("'@SUM(A1)", lines[1]);
        Assert.Contains("'-1, 2", lines[1]);
        Assert.Contains("'+1", lines[1]);
    }

    [Fact]
    public async Task Export_OfManyLines_HasThemAll()
    {
        await World.Program.WriteAsync((_, write) =>
        {
            foreach (var i in Enumerable.Range(1, 250))
            {
                write.Note($"Test:{i}", "1");
            }

            return Task.FromResult(1);
        });
        using var browser = await World.SignInAsync(World.SystemAdmin);

        var lines = (await browser.GetStringAsync("/audit?handler=Export&verb=World")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(251, lines.Length);
    }
}
