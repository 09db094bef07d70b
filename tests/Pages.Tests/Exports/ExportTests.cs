using System.Net;
using HnCe.Domain.Access;
using HnCe.Domain.Declarations;
using HnCe.Domain.Exports;
using HnCe.Domain.Jobs;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;
using Xunit;

namespace HnCe.Pages.Tests.Exports;

/// <summary>导出 Excel of every list, over HTTP, read back.</summary>
public sealed class ExportTests : WorldFixture
{
    [Fact, Trait("Spec", "EMP-17"), Trait("Spec", "SEC-D7"), Trait("Spec", "SEC-E9"), Trait("Spec", "GEN-10")]
    public async Task Records_OfTheUnit_ComeFilteredTypedAndAudited()
    {
        var person = await World.ProfessionalAsync(World.School, "欧阳晓岚");
        await DeclareAsync(person, "=HYPERLINK(\"http://evil.example\")");
        await DeclareAsync(person, "@SUM(A1)");
        await DeclareAsync(await World.ProfessionalAsync(World.School, "李慧敏"), "岗位练兵");
        await World.DeclarationAsync(await World.ProfessionalAsync(World.Hospital, "欧阳外人"));

        var (rows, answer) = await ExportAsync(World.As(World.School), "/records?name=欧阳&size=10");

        Assert.Equal(["姓名", "部门", "年度", "继续教育形式", "科目类型", "名称", "申报学时", "认定学时", "认定结果", "申报时间", "上报时间", "送审部门", "意见"], rows[0]);
        Assert.Equal(["@SUM(A1)", "=HYPERLINK(\"http://evil.example\")"], rows.Skip(1).Select(row => row[5]));
        Assert.All(rows.Skip(1), row => Assert.Equal(("欧阳晓岚", (double)World.Year, "专业科目", 20d, "待单位审核"), (row[0], row[2], row[4], row[6], row[8])));
        Assert.Equal(Spreadsheet.MediaType, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"继续教育信息管理 {World.Year}-03-18.xlsx", answer.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var line = await World.ReadAsync(db => db.AuditEntries.SingleAsync(e => e.Action == nameof(RecordExport)));
        Assert.Equal(("Export:records", World.As(World.School).Caller.AccountId), (line.Subject, line.AccountId));
        Assert.Contains("\"rows\":2", line.Detail, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"…\"", line.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("欧阳", line.Detail, StringComparison.Ordinal);
    }

    [Fact, Trait("Spec", "GEN-05")]
    public async Task Records_OfSeveralPages_ComeAll()
    {
        await World.DeclarationsAsync(await World.ProfessionalsAsync(World.School, 120));
        await World.DeclarationsAsync([.. World.Professionals]);

        var (rows, _) = await ExportAsync(World.As(World.School), "/records");

        Assert.Equal(241, rows.Count);
    }

    [Theory, InlineData("general", SubjectCategory.Public), InlineData("professional", SubjectCategory.Professional), Trait("Spec", "EMP-18")]
    public async Task Forward_OfOneCategory_ComesAsItsTabShows(string category, SubjectCategory subject)
    {
        var person = await World.ProfessionalAsync(World.School);
        await World.DeclarationAsync(person, DeclarationStatus.PendingEmployer, SubjectCategory.Public);
        await World.DeclarationAsync(person, DeclarationStatus.PendingEmployer, SubjectCategory.Professional);
        await World.DeclarationAsync(person, DeclarationStatus.Passed, subject);

        var (waiting, _) = await ExportAsync(World.As(World.School), $"/forward/{category}");
        var (passed, _) = await ExportAsync(World.As(World.School), $"/forward/{category}?view=passed");

        Assert.Equal([subject is SubjectCategory.Public ? "公需科目" : "专业科目", "待单位审核"], [Assert.Single(waiting.Skip(1))[4], waiting[1][8]]);
        Assert.Equal("通过", Assert.Single(passed.Skip(1))[8]);
    }

    [Fact, Trait("Spec", "IND-17")]
    public async Task OwnRecords_OfAProfessional_AreHisOnly()
    {
        var person = await World.ProfessionalAsync(World.School);
        await World.DeclarationAsync(person, DeclarationStatus.Draft);
        await World.DeclarationAsync(await World.ProfessionalAsync(World.School));

        var (rows, _) = await ExportAsync(person, "/declarations");

        Assert.Equal("草稿", Assert.Single(rows.Skip(1))[6]);
    }

    [Fact, Trait("Spec", "REV-01"), Trait("Spec", "REV-02")]
    public async Task Review_OnBothLevels_ComesWithinReach()
    {
        var person = await World.ProfessionalAsync(World.School);
        await World.DeclarationAsync(person, DeclarationStatus.UnderReview);
        await World.DeclarationAsync(await World.ProfessionalAsync(World.CityHospital), DeclarationStatus.UnderReview);
        var unit = HnCe.Graph.Server.GlobalId.Encode("Employer", World.School.Id);

        var (units, _) = await ExportAsync(World.As(World.Zhengzhou), "/review");
        var (items, _) = await ExportAsync(World.As(World.Zhengzhou), $"/review/{unit}");

        Assert.Equal([World.School.Name, 1d, 1d], Assert.Single(units.Skip(1)).Take(3));
        Assert.Equal([World.School.Name, person.Caller.Name], Assert.Single(items.Skip(1)).Take(2));
        Assert.Equal($"{person.Person!.IdNumber[..6]}********{person.Person.IdNumber[^4..]}", items[1][3]);
    }

    [Fact, Trait("Spec", "BUR-13"), Trait("Spec", "DEP-06"), Trait("Spec", "PRO-10"), Trait("Spec", "SEC-E5")]
    public async Task People_OfEachOffice_AreThoseOfItsReachAndMasked()
    {
        var person = await World.ProfessionalAsync(World.School, "欧阳晓岚");
        await World.ProfessionalAsync(World.CityHospital, "李慧敏");

        foreach (var (office, names) in new[] { (World.As(World.Zhengzhou), new[] { "欧阳晓岚" }), (World.As(World.Education), ["欧阳晓岚"]), (World.As(World.Luoyang), ["李慧敏"]), (World.As(World.Province), ["李慧敏", "欧阳晓岚"]) })
        {
            var (rows, _) = await ExportAsync(office, $"/people?year={World.Year}");

            Assert.Equal(names, rows.Skip(1).Select(row => (string)row[1]!).Order());
            Assert.DoesNotContain(rows.SelectMany(row => row), cell => cell is string text && text.Contains(person.Person!.IdNumber, StringComparison.Ordinal));
        }

        // The list of a stranger has no rows and therefore no verb; what is posted all the same finds nothing.
        var page = await VisitAsync(World.As(World.Luoyang), "/people");
        var foreign = await page.SubmitAsync("button.excel", ("unused", null));
        Assert.Equal(HttpStatusCode.OK, foreign.Status);
    }

    [Fact, Trait("Spec", "EMP-25")]
    public async Task Certificates_OfTheUnit_ComeWithTheirNumbers()
    {
        var people = await World.ProfessionalsAsync(World.School, 2);
        await World.CompleteAsync([people[0]]);
        await (await VisitAsync(World.As(World.School), "/certificates?completed=true")).SubmitAsync("tbody button[name=id]");

        var (rows, _) = await ExportAsync(World.As(World.School), "/certificates");

        var number = await World.ReadAsync(db => db.Certificates.Select(c => c.Number).SingleAsync());
        Assert.Equal([("合格", number, 1d), ("未合格", null, null)], rows.Skip(1).Select(row => (row[11], row[12], row[13])).OrderBy(row => row.Item1 as string == "未合格"));
    }

    [Fact, Trait("Spec", "EMP-16")]
    public async Task Professionals_OfTheUnit_ComeMasked()
    {
        var person = await World.ProfessionalAsync(World.School);

        var (rows, _) = await ExportAsync(World.As(World.School), "/accounts/professionals");

        var row = Assert.Single(rows.Skip(1));
        Assert.Equal(person.Caller.Name, row[0]);
        Assert.Equal($"{person.Person!.Mobile[..3]}****{person.Person.Mobile[^4..]}", row[7]);
    }

    [Theory, InlineData("/records", Permission.ForwardDeclarations), InlineData("/forward/general", Permission.ForwardDeclarations), InlineData("/declarations", Permission.Declare)]
    [InlineData("/review", Permission.ReviewDeclarations), InlineData("/people", Permission.ViewYearCompletions), InlineData("/certificates", Permission.IssueCertificates)]
    [InlineData("/accounts/professionals", Permission.ManageProfessionals)]
    [Trait("Spec", "SEC-A1")]
    public async Task Excel_ByARoleWithoutTheList_IsForbidden(string address, Permission permission)
    {
        foreach (var role in Enum.GetValues<UserType>().Where(role => !role.Grants(permission)))
        {
            using var browser = await World.SignInAsync(await SomebodyAsync(role));
            var token = (await Shown.OpenAsync(browser, "/inbox")).Document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";

            var answer = await browser.PostAsync($"{address}?handler=Excel", new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));

            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        Assert.Equal(0, await World.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Action == nameof(RecordExport))));
    }

    [Fact, Trait("Spec", "GEN-05")]
    public async Task Excel_OfATooLongList_BecomesAJobWithTheSameRows()
    {
        await World.DeclarationsAsync(await World.ProfessionalsAsync(World.School, 8));
        World.Application.Services.GetRequiredService<JobLimits>().Rows = 5;
        using var clerk = await World.SignInAsync(World.As(World.School));
        var started = await (await Shown.OpenAsync(clerk, "/records")).SubmitAsync("button.excel");
        Assert.Equal("/jobs", started.Location);
        Assert.Contains("列表超过 5 行，已转为后台任务", (await started.FollowAsync()).Text, StringComparison.Ordinal);

        await World.RunJobsAsync();

        var done = await Shown.OpenAsync(clerk, "/jobs");
        Assert.Contains("已导出 8 行。", done.Text, StringComparison.Ordinal);
        var link = done.Document.QuerySelector("tbody a[download]")!.GetAttribute("href")!;
        using var file = new MemoryStream(await clerk.GetByteArrayAsync(link));
        Assert.Equal(9, MiniExcel.Query(file).Count());
        Assert.Equal(1, await World.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Action == nameof(RecordExport))));
        foreach (var other in new[] { World.As(World.Hospital), World.As(World.Province) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await World.SignInAsync(other)).GetAsync(link)).StatusCode);
        }
    }

    private async Task DeclareAsync(Actor person, string title) => (await person.MustAsync(
        "mutation ($input: DeclareInput!) { declare(input: $input) { userErrors { code message } } }", new { input = new { form = World.FormInput(person, title: title) } })).Succeeded();

    private async Task<(List<object?[]> Rows, HttpResponseMessage Answer)> ExportAsync(Actor actor, string address)
    {
        using var browser = await World.SignInAsync(actor);
        var page = await Shown.OpenAsync(browser, address);
        var form = page.Document.QuerySelector("button.excel")?.Closest("form") ?? throw new InvalidOperationException($"No export: {page.Text}");
        var token = form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var answer = await browser.PostAsync(form.GetAttribute("action"), new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));
        Assert.True(answer.StatusCode is HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync());
        return ([.. MiniExcel.Query(file).Cast<IDictionary<string, object?>>().Select(row => row.Values.ToArray())], answer);
    }
}
