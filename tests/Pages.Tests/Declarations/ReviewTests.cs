using System.Net;
using HnCe.Domain.Declarations;
using HnCe.Graph.Server;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Pages.Tests.Declarations;

/// <summary>The review on three levels, over HTTP, without JavaScript.</summary>
public sealed class ReviewTests : IAsyncLifetime
{
    private World _world = null!;

    private string School => GlobalId.Encode("Employer", _world.School.Id);

    public async Task InitializeAsync() => _world = await World.CreateAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    [Trait("Spec", "REV-01")]
    public async Task Queue_OfTheCity_ShowsItsOrganizationsOldestFirst()
    {
        var teachers = await _world.ProfessionalsAsync(_world.School, 2);
        await _world.DeclarationsAsync(teachers, DeclarationStatus.UnderReview);
        _world.Clock.Advance(TimeSpan.FromDays(9));
        await _world.DeclarationAsync(await _world.ProfessionalAsync(_world.CityHospital), DeclarationStatus.UnderReview);

        var page = await OpenAsync("/review");

        var row = Assert.Single(page.Document.QuerySelectorAll("tbody tr"));
        Assert.Contains(_world.School.Name, row.TextContent, StringComparison.Ordinal);
        Assert.Contains("2 人", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("9 天", row.QuerySelector(".tag.wait")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unit=" + "没有这个", 0)]
    [InlineData("waited=0-3", 0)]
    [InlineData("waited=8-15", 1)]
    [InlineData("category=PUBLIC", 0)]
    [InlineData("category=NONSENSE&kind=NONSENSE&waited=NONSENSE", 1)]
    [Trait("Spec", "REV-01")]
    public async Task Queue_Filtered_ShowsWhatFits(string filter, int rows)
    {
        await _world.DeclarationAsync(await _world.ProfessionalAsync(_world.School), DeclarationStatus.UnderReview);
        _world.Clock.Advance(TimeSpan.FromDays(9));

        var page = await OpenAsync("/review?" + filter);

        Assert.Equal(rows, page.Document.QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    [Trait("Spec", "REV-02")]
    [Trait("Spec", "REV-14")]
    public async Task Organizations_TickedAndConfirmed_ArePassed()
    {
        await _world.DeclarationsAsync(await _world.ProfessionalsAsync(_world.School, 3), DeclarationStatus.UnderReview);
        var queue = await OpenAsync("/review");

        var confirmation = await queue.SubmitAsync("button[value=PASS]", ("employers", School));
        Assert.Contains("1 个机构的 3 项申报", confirmation.Text, StringComparison.Ordinal);
        var told = await (await confirmation.SubmitAsync("main form button")).FollowAsync();

        Assert.Contains("通过 3 项", told.Text, StringComparison.Ordinal);
        Assert.Equal(3, await CountAsync(DeclarationStatus.Passed));
    }

    [Fact]
    [Trait("Spec", "REV-04")]
    public async Task Everything_ChangedMeanwhile_IsConfirmedAgainWithTheNewNumber()
    {
        await _world.DeclarationsAsync(await _world.ProfessionalsAsync(_world.School, 2), DeclarationStatus.UnderReview);
        var browser = await _world.SignInAsync(_world.As(_world.Zhengzhou));
        var confirmation = await Shown.OpenAsync(browser, $"/review/confirm?employer={School}&all=true&decision=PASS");
        await _world.DeclarationAsync(await _world.ProfessionalAsync(_world.School), DeclarationStatus.UnderReview);

        var again = await confirmation.SubmitAsync("main form button");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Equal(["您确认的是 2 条，现在待审核的是 3 条。请核对后重新确认"], again.Errors);
        Assert.Equal(0, await CountAsync(DeclarationStatus.Passed));
        await again.SubmitAsync("main form button");
        Assert.Equal(3, await CountAsync(DeclarationStatus.Passed));
    }

    [Fact]
    [Trait("Spec", "REV-05")]
    public async Task Items_FailedWithoutReason_AreRefusedAndKept()
    {
        var id = await _world.DeclarationAsync(await _world.ProfessionalAsync(_world.School), DeclarationStatus.UnderReview);
        var confirmation = await OpenAsync($"/review/confirm?employer={School}&ids={World.IdOf(id)}&decision=FAIL");

        var refused = await confirmation.SubmitAsync("main form button");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(["请填写原因（1 至 500 字），本人会看到"], refused.Errors);
        Assert.Equal("#reason", refused.Document.QuerySelector("[role=alert] a")!.GetAttribute("href"));
        await refused.SubmitAsync("main form button", ("reason", "证明材料看不清"));
        Assert.Equal(1, await CountAsync(DeclarationStatus.Failed));
    }

    [Fact]
    [Trait("Spec", "REV-13")]
    [Trait("Spec", "REV-14")]
    public async Task Items_DecidedByAnotherMeanwhile_AreNamedWithTheReason()
    {
        var teachers = await _world.ProfessionalsAsync(_world.School, 2);
        var ids = await _world.DeclarationsAsync(teachers, DeclarationStatus.UnderReview);
        var confirmation = await OpenAsync($"/review/confirm?employer={School}&ids={World.IdOf(ids[0])}&ids={World.IdOf(ids[1])}&decision=PASS");
        await PassAsync(ids[0]);

        var result = await confirmation.SubmitAsync("main form button");

        var row = Assert.Single(result.Document.QuerySelectorAll("main tbody tr"));
        Assert.Contains(teachers[0].Person!.Name, row.TextContent, StringComparison.Ordinal);
        Assert.Contains("该记录已被审核", row.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, await CountAsync(DeclarationStatus.Passed));
    }

    [Theory]
    [InlineData("/review/{0}")]
    [InlineData("/review/{0}/{1}")]
    [Trait("Spec", "BUR-16")]
    public async Task Pages_OfAnotherCounty_AreNotFound(string address)
    {
        var id = await _world.DeclarationAsync(await _world.ProfessionalAsync(_world.Hospital), DeclarationStatus.UnderReview);
        var path = string.Format(System.Globalization.CultureInfo.InvariantCulture, address, GlobalId.Encode("Employer", _world.Hospital.Id), World.IdOf(id));
        var own = await Shown.OpenAsync(await _world.SignInAsync(_world.As(_world.Zhongyuan)), path);
        var neighbour = await Shown.OpenAsync(await _world.SignInAsync(_world.As(_world.Xinzheng)), path);

        Assert.Equal(HttpStatusCode.OK, own.Status);
        Assert.Equal(HttpStatusCode.NotFound, neighbour.Status);
    }

    private async Task<Shown> OpenAsync(string address) => await Shown.OpenAsync(await _world.SignInAsync(_world.As(_world.Zhengzhou)), address);

    private Task<int> CountAsync(DeclarationStatus status) => _world.ReadAsync(db => db.Declarations.CountAsync(d => d.Status == status));

    private Task PassAsync(long id) => _world.As(_world.Zhengzhou).MustAsync(
        "mutation($id: ID!) { reviewDeclarations(input: { ids: [$id], decision: PASS }) { succeeded userErrors { code } } }", new { id = World.IdOf(id) });
}
