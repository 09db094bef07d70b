using System.Net;
using HnCe.Domain.Jobs;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using Xunit;

namespace HnCe.Pages.Tests.Certificates;

/// <summary>One PDF for many people, over HTTP.</summary>
public sealed class PrintManyTests : WorldFixture
{
    [Fact, Trait("Spec", "EMP-25"), Trait("Spec", "CER-01"), Trait("Spec", "CER-03")]
    public async Task Ticked_CompletedYears_LeadToOnePdfInTheirOrder()
    {
        var people = await World.ProfessionalsAsync(World.School, 3);
        await World.CompleteAsync(people);
        var ids = await World.YearsOfAsync(people);
        using var clerk = await World.SignInAsync(World.As(World.School));

        var printed = await (await Shown.OpenAsync(clerk, "/certificates")).SubmitAsync(".batch button", ("years", $"{ids[2]}\n{ids[0]}"));

        Assert.StartsWith("/certificates.pdf?number=", printed.Location, StringComparison.Ordinal);
        using var pdf = PdfDocument.Open(await clerk.GetByteArrayAsync(printed.Location));
        Assert.Equal([people[2].Caller.Name, people[0].Caller.Name], pdf.GetPages().Select((page, i) => new[] { people[2], people[0] }[i].Caller.Name).Where((name, i) => pdf.GetPage(i + 1).Text.Contains(name, StringComparison.Ordinal)));
        Assert.All(pdf.GetPages(), page => Assert.Equal(PageSize.A4, page.Size));
    }

    [Fact, Trait("Spec", "EMP-25"), Trait("Spec", "CER-02")]
    public async Task All_UnderTheFilter_PrintsTheCompleteOnesAndNamesTheOthers()
    {
        var people = await World.ProfessionalsAsync(World.School, 3);
        await World.CompleteAsync([.. people.Take(2)]);
        using var clerk = await World.SignInAsync(World.As(World.School));

        var back = await (await (await Shown.OpenAsync(clerk, $"/certificates?year={World.Year}")).SubmitAsync("button.print-all")).FollowAsync();

        Assert.Contains("已生成 2 份证书", back.Text, StringComparison.Ordinal);
        Assert.Contains($"没有打印：{people[2].Caller.Name}，{World.Year} 年度学时尚未合格。", back.Text, StringComparison.Ordinal);
        using var pdf = PdfDocument.Open(await clerk.GetByteArrayAsync(back.Document.QuerySelector(".notice a, [role=status] a")!.GetAttribute("href")));
        Assert.Equal(2, pdf.NumberOfPages);
    }

    [Fact, Trait("Spec", "CER-02")]
    public async Task NothingTicked_IsRefusedInWords()
    {
        await World.CompleteAsync(await World.ProfessionalsAsync(World.School, 1));

        var refused = await (await VisitAsync(World.As(World.School), "/certificates")).SubmitAsync(".batch button");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(["请先选择要打印证书的人员"], refused.Errors);
    }

    [Theory, InlineData(true), InlineData(false), Trait("Spec", "BUR-13"), Trait("Spec", "CER-01"), Trait("Spec", "DEP-06")]
    public async Task People_PrintedByBureauAndProvinceButNoDepartment(bool province)
    {
        await World.CompleteAsync(await World.ProfessionalsAsync(World.School, 2));
        using var office = await World.SignInAsync(World.As(province ? World.Province : World.Zhengzhou));

        var printed = await (await Shown.OpenAsync(office, $"/people?year={World.Year}")).SubmitAsync("button.print-all");

        using var pdf = PdfDocument.Open(await office.GetByteArrayAsync(printed.Location));
        Assert.Equal(2, pdf.NumberOfPages);
        var department = await VisitAsync(World.As(World.Education), "/people");
        Assert.Null(department.Document.QuerySelector("button.print-all, .tick"));
        Assert.Equal(2, department.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(HttpStatusCode.NotFound, (await (await World.SignInAsync(World.As(World.Luoyang))).GetAsync(printed.Location)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await World.SignInAsync(World.As(World.Education))).GetAsync(printed.Location)).StatusCode);
    }

    [Fact, Trait("Spec", "CER-01"), Trait("Spec", "CER-02"), Trait("Spec", "CER-04")]
    public async Task MoreThanAFew_BecomeAJobWhosePdfIsItsOwnersOnly()
    {
        World.Application.Services.GetRequiredService<JobLimits>().Certificates = 3;
        var people = await World.ProfessionalsAsync(World.School, 5);
        await World.CompleteAsync([.. people.Take(4)]);
        using var clerk = await World.SignInAsync(World.As(World.School));
        var started = await (await Shown.OpenAsync(clerk, "/certificates")).SubmitAsync("button.print-all");
        var waiting = await started.FollowAsync();
        Assert.Contains("证书打印，5 人：已转为后台任务", waiting.Text, StringComparison.Ordinal);
        Assert.Equal(("every 2s", "/jobs"), (waiting.Document.QuerySelector("#jobs")!.GetAttribute("hx-trigger"), waiting.Document.QuerySelector("td.act a")!.GetAttribute("href")));

        Assert.Equal(1, await World.RunJobsAsync());

        var done = await waiting.GoAsync("/jobs");
        Assert.Contains($"已生成 4 份证书，合为一个 PDF。年度未合格或不能打印，已略过 1 人：{people[4].Caller.Name}。", done.Text, StringComparison.Ordinal);
        Assert.Null(done.Document.QuerySelector("#jobs")!.GetAttribute("hx-trigger"));
        var link = done.Document.QuerySelector("a[download]")!.GetAttribute("href")!;
        var answer = await clerk.GetAsync(link);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal($"合格证书 4 份 {World.Year}-03-18.pdf", answer.Content.Headers.ContentDisposition!.FileNameStar);
        using var pdf = PdfDocument.Open(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(4, pdf.NumberOfPages);
        Assert.Equal(HttpStatusCode.NotFound, (await (await World.SignInAsync(World.As(World.Zhengzhou))).GetAsync(link)).StatusCode);
        World.Clock.Advance(JobLeases.Kept + TimeSpan.FromMinutes(1));
        await World.Services.GetRequiredService<JobLeases>().SweepAsync(default);
        Assert.Equal(HttpStatusCode.NotFound, (await (await World.SignInAsync(World.As(World.School))).GetAsync(link)).StatusCode);
    }
}
