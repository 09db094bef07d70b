using System.Net;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Declarations;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Pages.Tests.Credits;

/// <summary>人员详细, over HTTP: its tabs, the history over all items, the full ID number for a reason.</summary>
public sealed class PersonTests : WorldFixture
{
    [Fact, Trait("Spec", "BUR-13"), Trait("Spec", "DEP-06"), Trait("Spec", "PRO-10")]
    public async Task Tabs_ForEachOffice_ShowThePerson()
    {
        var person = await World.ProfessionalAsync(World.School, "欧阳晓岚");
        await World.CompleteAsync([person]);

        foreach (var (office, prints) in new[] { (World.As(World.Zhengzhou), true), (World.As(World.Education), false), (World.As(World.Province), true) })
        {
            using var browser = await World.SignInAsync(office);
            var info = await Shown.OpenAsync(browser, $"/people/{person.ProfessionalId}");
            Assert.Equal(["个人信息", "继续教育信息", "申报记录", "历程明细", "年度学时"], info.Document.QuerySelectorAll(".views a, .views [aria-current]").Select(tab => tab.TextContent.Trim()).Distinct());
            Assert.Equal(2, (await info.GoAsync($"/people/{person.ProfessionalId}?view=education")).Document.QuerySelectorAll("tbody tr").Length);
            Assert.Equal(prints, (await info.GoAsync($"/people/{person.ProfessionalId}?view=years")).Document.QuerySelector("tbody button[name=year]") is not null);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await VisitAsync(World.As(World.Luoyang), $"/people/{person.ProfessionalId}")).Status);
    }

    [Fact, Trait("Spec", "PRO-10")]
    public async Task History_OverAllItems_ListsEachStepNewestFirst()
    {
        var person = await World.ProfessionalAsync(World.School);
        await World.DeclarationAsync(person, DeclarationStatus.Failed);
        await World.DeclarationAsync(person, DeclarationStatus.Passed);
        await World.DeclarationAsync(person, DeclarationStatus.PendingEmployer);
        await World.DeclarationAsync(await World.ProfessionalAsync(World.School), DeclarationStatus.Passed);

        var steps = (await VisitAsync(World.As(World.Province), $"/people/{person.ProfessionalId}?view=history")).Document.QuerySelectorAll(".timeline li");

        Assert.Equal(6, steps.Length);
        Assert.Contains("审核通过，认定 20 学时：其他《岗位练兵第", steps[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("审核不通过", steps[3].TextContent, StringComparison.Ordinal);
        Assert.Contains("证明材料不符", steps[3].TextContent, StringComparison.Ordinal);
    }

    [Fact, Trait("Spec", "SEC-E5")]
    public async Task IdNumber_ForAReason_IsShownOnceAndAudited()
    {
        var person = await World.ProfessionalAsync(World.School);
        using var clerk = await World.SignInAsync(World.As(World.Zhengzhou));
        var page = await Shown.OpenAsync(clerk, $"/people/{person.ProfessionalId}");
        Assert.DoesNotContain(person.Person!.IdNumber, page.Text, StringComparison.Ordinal);

        var refused = await page.SubmitAsync("button.reveal", ("why", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotEmpty(refused.Errors);
        var shown = await page.SubmitAsync("button.reveal", ("why", "核对档案"));

        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Equal(person.Person.IdNumber, shown.Document.QuerySelector(".revealed")!.TextContent);
        Assert.True(shown.Response.Headers.CacheControl!.NoStore);
        Assert.DoesNotContain(person.Person.IdNumber, (await page.GoAsync($"/people/{person.ProfessionalId}")).Text, StringComparison.Ordinal);
        var line = await World.ReadAsync(db => db.AuditEntries.SingleAsync(e => e.Action == nameof(RevealIdNumber)));
        Assert.Contains("核对档案", line.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(person.Person.IdNumber, line.Detail, StringComparison.Ordinal);
    }

    [Fact, Trait("Spec", "SEC-E5")]
    public async Task IdNumber_OnTheReviewedItem_IsShownForAReason()
    {
        var person = await World.ProfessionalAsync(World.School);
        var id = World.IdOf(await World.DeclarationAsync(person, DeclarationStatus.UnderReview));
        var address = $"/review/{HnCe.Graph.Server.GlobalId.Encode("Employer", World.School.Id)}/{id}";

        var shown = await (await VisitAsync(World.As(World.Zhengzhou), address)).SubmitAsync("button.reveal", ("why", "核对材料"));

        Assert.Equal(person.Person!.IdNumber, shown.Document.QuerySelector(".revealed")!.TextContent);
    }

    [Fact, Trait("Spec", "SEC-E5")]
    public async Task IdNumber_ForARoleWithoutTheRight_HasNoForm()
    {
        Assert.False(UserType.IndustryDepartment.Grants(Permission.RevealPersonalData));
        var person = await World.ProfessionalAsync(World.School);

        Assert.Null((await VisitAsync(World.As(World.Education), $"/people/{person.ProfessionalId}")).Document.QuerySelector("button.reveal"));
    }
}
