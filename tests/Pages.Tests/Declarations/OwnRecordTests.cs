using System.Net;
using HnCe.Domain.Access;
using HnCe.Domain.Declarations;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Pages.Tests.Declarations;

/// <summary>A professional's own lists, details and years over HTTP.</summary>
public sealed class OwnRecordTests : IAsyncLifetime
{
    private World _world = null!;
    private Actor _teacher = null!;
    private HttpClient _browser = null!;

    public static IEnumerable<object[]> Closed =>
        from page in new[] { "/declare", "/declarations", "/years" }
        from role in Enum.GetValues<UserType>()
        where !role.Grants(Permission.Declare)
        select new object[] { page, role };

    public async Task InitializeAsync()
    {
        _world = await World.CreateAsync();
        _teacher = await _world.ProfessionalAsync(_world.School);
        _browser = await _world.SignInAsync(_teacher);
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Theory, MemberData(nameof(Closed)), Trait("Spec", "SEC-A1")]
    public async Task Page_RoleLacksPermission_IsClosed(string address, UserType role)
    {
        var page = await Shown.OpenAsync(await _world.SignInAsync(_world.As(role)), address);

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
    }

    [Fact, Trait("Spec", "IND-18")]
    public async Task List_Filtered_ShowsOnlyWhatFits()
    {
        await _world.DeclarationAsync(_teacher, DeclarationStatus.Passed);
        await _world.DeclarationAsync(_teacher, DeclarationStatus.Failed, SubjectCategory.Public);

        var all = await Shown.OpenAsync(_browser, "/declarations");
        var failed = await Shown.OpenAsync(_browser, $"/declarations?status=FAILED&category=PUBLIC&kind=OTHER&year={_world.Year}");
        var none = await Shown.OpenAsync(_browser, "/declarations?status=DRAFT");

        Assert.Equal((2, 1, 0), (RowsOf(all), RowsOf(failed), RowsOf(none)));
        Assert.NotNull(failed.Document.QuerySelector("a[href*='replaces=']"));
        Assert.Contains("没有符合条件的继续教育信息", none.Text, StringComparison.Ordinal);
    }

    [Fact, Trait("Spec", "IND-25")]
    public async Task Withdrawal_Confirmed_TakesItBack()
    {
        var id = await _world.DeclarationAsync(_teacher);

        var asked = await Shown.OpenAsync(_browser, $"/declarations/{World.IdOf(id)}/withdraw");
        var list = await (await asked.SubmitAsync(".actions button")).FollowAsync();

        Assert.Contains("已撤回", list.Text, StringComparison.Ordinal);
        Assert.Equal(DeclarationStatus.Withdrawn, (await _world.ReadAsync(db => db.Declarations.SingleAsync())).Status);
    }

    [Fact, Trait("Spec", "IND-25")]
    public async Task Withdrawal_ForwardedMeanwhile_IsRefusedInWords()
    {
        var asked = await Shown.OpenAsync(_browser, $"/declarations/{World.IdOf(await _world.DeclarationAsync(_teacher))}/withdraw");
        var id = (await _world.ReadAsync(db => db.Declarations.SingleAsync())).Id;
        await _world.As(_world.School).RunAsync<ForwardDeclarations, Outcome<HnCe.Domain.Data.BatchOutcome>>(
            useCase => useCase.RunAsync([id], ForwardTarget.SameLevelBureau, CancellationToken.None));

        var refused = await asked.SubmitAsync(".actions button");

        Assert.Equal(["该记录已由单位申报或已结束，不能再修改或撤回"], refused.Errors);
    }

    [Fact, Trait("Spec", "IND-17")]
    public async Task Detail_OfAnotherPerson_IsNotFound()
    {
        var id = await _world.DeclarationAsync(await _world.ProfessionalAsync(_world.School));

        Assert.Equal(HttpStatusCode.NotFound, (await Shown.OpenAsync(_browser, $"/declarations/{World.IdOf(id)}")).Status);
    }

    [Fact, Trait("Spec", "IND-17")]
    public async Task Detail_ByTheEmployer_ShowsThePersonAndNoVerbsOfTheOwner()
    {
        var id = World.IdOf(await _world.DeclarationAsync(_teacher));

        var own = await Shown.OpenAsync(_browser, $"/declarations/{id}");
        var employers = await Shown.OpenAsync(await _world.SignInAsync(_world.As(_world.School)), $"/declarations/{id}");

        Assert.NotNull(own.Document.QuerySelector("a[href^='/declare?id=']"));
        Assert.Null(employers.Document.QuerySelector("a[href^='/declare?id=']"));
        Assert.Contains(_teacher.Person!.Name, employers.Document.QuerySelector(".answers")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"{_world.School.Name}：审核中", employers.Document.QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);
    }

    [Fact, Trait("Spec", "IND-26"), Trait("Spec", "IND-27")]
    public async Task Years_Detail_AddsUpToTheTotal()
    {
        await _world.DeclarationAsync(_teacher, DeclarationStatus.Passed, hours: 12.5m);
        await _world.DeclarationAsync(_teacher, DeclarationStatus.Passed, SubjectCategory.Public, hours: 8);
        await _world.DeclarationAsync(_teacher, DeclarationStatus.Revoked, hours: 40);
        await _world.DeclarationAsync(_teacher, hours: 6);

        var page = await Shown.OpenAsync(_browser, $"/years?year={_world.Year}");

        var row = page.Document.QuerySelector("tbody tr")!.TextContent;
        Assert.Contains("12.5 / 60", row, StringComparison.Ordinal);
        Assert.Contains("审核中 6 学时", row, StringComparison.Ordinal);
        Assert.Equal(2, page.Document.QuerySelectorAll("#records tbody tr").Length);
        Assert.Contains("20.5", page.Document.QuerySelector("#records tfoot")!.TextContent, StringComparison.Ordinal);
    }

    [Fact, Trait("Spec", "IND-13")]
    public async Task Home_OfAProfessional_SaysWhatIsMissingAndWhoHasWhat()
    {
        await _world.DeclarationAsync(_teacher, DeclarationStatus.Passed, hours: 45);
        await _world.DeclarationAsync(_teacher, DeclarationStatus.Returned, SubjectCategory.Public, hours: 8);
        await _world.DeclarationAsync(_teacher, DeclarationStatus.UnderReview, hours: 15);

        var page = await Shown.OpenAsync(_browser, "/home");

        Assert.Contains("已认定 45 学时，还差 45 学时", page.Text, StringComparison.Ordinal);
        Assert.Contains("审核中的 15 学时通过后，专业科目即达标", page.Text, StringComparison.Ordinal);
        Assert.Contains("公需科目还差 30 学时", page.Text, StringComparison.Ordinal);
        Assert.Contains("您：按退回原因修改", page.Text, StringComparison.Ordinal);
        Assert.Contains($"{_world.TargetOf(_world.School, ForwardTarget.SameLevelBureau).Name}：审核中", page.Text, StringComparison.Ordinal);
    }

    private static int RowsOf(Shown page) => page.Document.QuerySelectorAll("#declarations tbody tr").Length;
}
