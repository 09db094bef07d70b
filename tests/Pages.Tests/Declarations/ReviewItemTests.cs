using System.Net;
using HnCe.Domain.Declarations;
using HnCe.Graph.Server;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Pages.Tests.Declarations;

/// <summary>Level 3 of the review, over HTTP, without JavaScript.</summary>
public sealed class ReviewItemTests : IAsyncLifetime
{
    private World _world = null!;
    private Actor _teacher = null!;

    public async Task InitializeAsync()
    {
        _world = await World.CreateAsync();
        _teacher = await _world.ProfessionalAsync(_world.School, "欧阳晓岚");
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    [Trait("Spec", "REV-03")]
    public async Task Item_Waiting_ShowsClaimProofPersonAndPlace()
    {
        var id = await _world.DeclarationAsync(_teacher, DeclarationStatus.UnderReview);
        await _world.DeclarationAsync(await _world.ProfessionalAsync(_world.School), DeclarationStatus.UnderReview);

        var page = await OpenAsync(id);

        Assert.Contains("第 1 项，共 2 项待审", page.Text, StringComparison.Ordinal);
        Assert.Contains("********", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(_teacher.Person!.IdNumber, page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector(".proof-view a[href^='/files/']"));
        Assert.Equal("20", page.Document.QuerySelector("#recognisedHours")!.GetAttribute("value"));
        Assert.Equal(["f", "j", "p"], page.Document.QuerySelectorAll("[data-key]").Select(one => one.GetAttribute("data-key")!).Order());
    }

    [Fact]
    [Trait("Spec", "REV-05")]
    [Trait("Spec", "REV-03")]
    public async Task Item_PassedWithFewerHours_LeadsToTheNext()
    {
        var id = await _world.DeclarationAsync(_teacher, DeclarationStatus.UnderReview);
        var next = await _world.DeclarationAsync(await _world.ProfessionalAsync(_world.School), DeclarationStatus.UnderReview);
        var page = await OpenAsync(id);

        var answer = await page.SubmitAsync("button[value=PASS]", ("recognisedHours", "１２．５"));

        Assert.EndsWith(World.IdOf(next), answer.Location!, StringComparison.Ordinal);
        Assert.Contains("认定 12.5 学时", (await answer.FollowAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(12.5m, await _world.ReadAsync(db => db.Declarations.Where(d => d.Id == id).Select(d => d.RecognisedHours).SingleAsync()));
    }

    [Theory]
    [InlineData("PASS", "21", "", "认定学时须为 0.5 的倍数，且不超过申报学时", "#recognisedHours")]
    [InlineData("PASS", "很多", "", "认定学时须为 0.5 的倍数，且不超过申报学时", "#recognisedHours")]
    [InlineData("FAIL", "20", "", "请填写原因（1 至 500 字），本人会看到", "#reason")]
    [Trait("Spec", "REV-05")]
    public async Task Verdict_Refused_KeepsTheAnswersAndLeadsToTheField(string decision, string hours, string reason, string message, string field)
    {
        var page = await OpenAsync(await _world.DeclarationAsync(_teacher, DeclarationStatus.UnderReview));

        var refused = await page.SubmitAsync($"button[value={decision}]", ("recognisedHours", hours), ("reason", reason));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal([message], refused.Errors);
        Assert.Equal(field, refused.Document.QuerySelector("[role=alert] a")!.GetAttribute("href"));
        Assert.Equal(hours, refused.Document.QuerySelector("#recognisedHours")!.GetAttribute("value"));
        Assert.StartsWith("错误：", refused.Document.Title, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Spec", "REV-13")]
    public async Task Verdict_OnWhatAnotherHasDecided_SaysSoAndByWhom()
    {
        var id = await _world.DeclarationAsync(_teacher, DeclarationStatus.UnderReview);
        var page = await OpenAsync(id);
        await _world.As(_world.Zhengzhou).MustAsync(
            "mutation($id: ID!) { reviewDeclarations(input: { ids: [$id], decision: PASS }) { succeeded userErrors { code } } }", new { id = World.IdOf(id) });

        var refused = await page.SubmitAsync("button[value=FAIL]", ("reason", "证明材料不符"));

        Assert.Equal(["该记录已被审核"], refused.Errors);
        Assert.Contains($"该记录已被审核：{_world.Zhengzhou.Name}", refused.Text, StringComparison.Ordinal);
        Assert.Null(refused.Document.QuerySelector(".verdict"));
    }

    [Fact]
    [Trait("Spec", "REV-12")]
    public async Task Item_Passed_IsRevokedWithAReason()
    {
        var id = await _world.DeclarationAsync(_teacher, DeclarationStatus.Passed);
        var page = await OpenAsync(id);

        var refused = await page.SubmitAsync("form[action*=Revoke] button");
        Assert.Equal(["请填写原因（1 至 500 字），本人会看到"], refused.Errors);
        var told = await (await refused.SubmitAsync("form[action*=Revoke] button", ("reason", "证书系伪造"))).FollowAsync();

        Assert.Contains("已撤销，学时已扣除", told.Text, StringComparison.Ordinal);
        Assert.Equal(DeclarationStatus.Revoked, await _world.ReadAsync(db => db.Declarations.Where(d => d.Id == id).Select(d => d.Status).SingleAsync()));
    }

    [Fact]
    [Trait("Spec", "DEC-08")]
    public async Task Item_WithTheSameProofAsAnother_IsWarnedOf()
    {
        var colleague = await _world.ProfessionalAsync(_world.School, "司马青");
        var earlier = await _world.DeclarationAsync(colleague, DeclarationStatus.Passed);
        var id = await _world.DeclarationAsync(_teacher, DeclarationStatus.UnderReview);

        var page = await OpenAsync(id);

        Assert.Contains("司马青", page.Document.QuerySelector(".notice.wait")!.TextContent, StringComparison.Ordinal);
        Assert.EndsWith(World.IdOf(earlier), page.Document.QuerySelector(".notice.wait a")!.GetAttribute("href")!, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Spec", "BUR-16")]
    public async Task Item_OfACountyBelow_IsShownWithoutVerdict()
    {
        var id = await _world.DeclarationAsync(await _world.ProfessionalAsync(_world.CountySchool), DeclarationStatus.UnderReview);

        var page = await OpenAsync(id, _world.CountySchool.Id);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Null(page.Document.QuerySelector(".verdict"));
        Assert.Contains($"送往{_world.Xinzheng.Name}", page.Text, StringComparison.Ordinal);
    }

    private async Task<Shown> OpenAsync(long id, long? employer = null) => await Shown.OpenAsync(
        await _world.SignInAsync(_world.As(_world.Zhengzhou)), $"/review/{GlobalId.Encode("Employer", employer ?? _world.School.Id)}/{World.IdOf(id)}");
}
