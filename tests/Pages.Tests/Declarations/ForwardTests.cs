using System.Net;
using HnCe.Domain.Declarations;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Pages.Tests.Declarations;

/// <summary>其它继续教育形式申报（公需、专业）, over HTTP, without JavaScript.</summary>
public sealed class ForwardTests : IAsyncLifetime
{
    private const string Batch = ".batch button.btn";
    private const string Send = "button[name=target].btn:not(.plain)";

    private World _world = null!;
    private HttpClient _clerk = null!;

    public async Task InitializeAsync()
    {
        _world = await World.CreateAsync();
        _clerk = await _world.SignInAsync(_world.As(_world.School));
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    [Trait("Spec", "EMP-18")]
    public async Task List_OldestWaitsFirst_WithDaysAndTabCounts()
    {
        var people = await _world.ProfessionalsAsync(_world.School, 3);
        await _world.DeclarationAsync(people[0]);
        _world.Clock.Advance(TimeSpan.FromDays(9));
        await _world.DeclarationAsync(people[1]);
        await _world.DeclarationAsync(people[2], DeclarationStatus.UnderReview);
        await _world.DeclarationAsync(people[2], DeclarationStatus.PendingEmployer, SubjectCategory.Public);

        using var later = await _world.SignInAsync(_world.As(_world.School));
        var page = await Shown.OpenAsync(later, "/forward/professional");

        var rows = page.Document.QuerySelectorAll("tbody tr");
        Assert.Equal(2, rows.Length);
        Assert.Contains(people[0].Person!.Name, rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("已等待 9 天", rows[0].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("已等待", rows[1].TextContent, StringComparison.Ordinal);
        Assert.Equal(["待办 2", "待审核 1", "通过 0", "不通过 0", "退回 0", "全部"], page.Document.QuerySelectorAll(".views a").Select(tab => tab.TextContent.Trim()));
    }

    [Fact]
    [Trait("Spec", "EMP-21")]
    [Trait("Spec", "FWD-02")]
    public async Task Professional_TickedAndConfirmed_GoesToTheChosenTarget()
    {
        var ids = await _world.DeclarationsAsync(await _world.ProfessionalsAsync(_world.School, 2));
        var list = await Shown.OpenAsync(_clerk, "/forward/professional");
        Assert.Contains("郑州市教育局（行业主管）", list.Text, StringComparison.Ordinal);

        var confirmation = await list.SubmitAsync(Batch, ("id", Joined(ids)), ("target", "SAME_LEVEL_BUREAU"));
        Assert.Contains($"申报 2 项，送往{_world.Zhengzhou.Name}（同级人社部门）？", confirmation.Text, StringComparison.Ordinal);
        var told = await (await confirmation.SubmitAsync(Send)).FollowAsync();

        Assert.Contains("申报成功，请耐心等待上级部门的审批。已申报 2 项。", told.Text, StringComparison.Ordinal);
        Assert.Equal([_world.Zhengzhou.Id], await _world.ReadAsync(db => db.Declarations.Select(d => d.TargetId!.Value).Distinct().ToListAsync()));
    }

    [Fact]
    [Trait("Spec", "EMP-20")]
    [Trait("Spec", "FWD-01")]
    public async Task Public_Confirmed_GoesToTheBureauWithoutChoice()
    {
        var id = await _world.DeclarationAsync(await _world.ProfessionalAsync(_world.School), category: SubjectCategory.Public);
        var list = await Shown.OpenAsync(_clerk, "/forward/general");
        Assert.Empty(list.Document.QuerySelectorAll("[name=target]"));

        var confirmation = await list.SubmitAsync(Batch, ("id", World.IdOf(id)), ("target", "INDUSTRY_DEPARTMENT"));
        await confirmation.SubmitAsync(Send);

        Assert.Equal(_world.Zhengzhou.Id, await _world.ReadAsync(db => db.Declarations.Select(d => d.TargetId).SingleAsync()));
    }

    [Fact]
    [Trait("Spec", "EMP-24")]
    public async Task Targets_OfAnEmployerWithoutIndustryDepartment_AreTheBureauOnly()
    {
        await _world.DeclarationAsync(await _world.ProfessionalAsync(_world.Hospital));

        var list = await Shown.OpenAsync(await _world.SignInAsync(_world.As(_world.Hospital)), "/forward/professional");

        Assert.Empty(list.Document.QuerySelectorAll("[type=radio]"));
        Assert.DoesNotContain("行业主管）", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Spec", "EMP-22")]
    [Trait("Spec", "FWD-04")]
    [Trait("Spec", "FWD-05")]
    public async Task Batch_OneForwardedMeanwhile_IsNamedWithItsReason()
    {
        var people = await _world.ProfessionalsAsync(_world.School, 2);
        var ids = await _world.DeclarationsAsync(people);
        var confirmation = await (await Shown.OpenAsync(_clerk, "/forward/professional")).SubmitAsync(Batch, ("id", Joined(ids)));
        await _world.As(_world.School).MustAsync(
            "mutation($ids: [ID!]!) { forwardDeclarations(input: { ids: $ids, target: SAME_LEVEL_BUREAU }) { userErrors { code } } }", new { ids = new[] { World.IdOf(ids[1]) } });

        var told = await (await confirmation.SubmitAsync(Send)).FollowAsync();

        Assert.Contains("已申报 1 项", told.Text, StringComparison.Ordinal);
        var refused = Assert.Single(told.Document.QuerySelectorAll(".notice.fail li"));
        Assert.Contains(people[1].Person!.Name, refused.TextContent, StringComparison.Ordinal);
        Assert.Contains("每条其它继续教育形式信息仅允许上报一次", refused.TextContent, StringComparison.Ordinal);
        Assert.Empty((await Shown.OpenAsync(_clerk, "/forward/professional")).Document.QuerySelectorAll(".notice"));
    }

    [Fact]
    [Trait("Spec", "FWD-06")]
    public async Task Batch_RetiredTarget_IsRefusedAndTicksAreKept()
    {
        var ids = await _world.DeclarationsAsync(await _world.ProfessionalsAsync(_world.School, 2));
        var confirmation = await (await Shown.OpenAsync(_clerk, "/forward/professional")).SubmitAsync(Batch, ("id", Joined(ids)), ("target", "INDUSTRY_DEPARTMENT"));
        await _world.RetireAsync(_world.Education);

        var refused = await confirmation.SubmitAsync(Send);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(["送审部门已停用，请联系系统管理员"], refused.Errors);
        Assert.Equal(2, refused.Document.QuerySelectorAll("tbody .tick input[checked]").Length);
    }

    [Fact]
    [Trait("Spec", "FWD-04")]
    public async Task Confirmation_LeftByReturn_KeepsTheTicks()
    {
        var ids = await _world.DeclarationsAsync(await _world.ProfessionalsAsync(_world.School, 3));
        var confirmation = await (await Shown.OpenAsync(_clerk, "/forward/professional")).SubmitAsync(Batch, ("id", Joined([.. ids.Take(2)])));

        var list = await Shown.OpenAsync(_clerk, confirmation.Document.QuerySelector(".tools a.plain")!.GetAttribute("href")!);

        Assert.Equal(2, list.Document.QuerySelectorAll("tbody .tick input[checked]").Length);
    }

    [Fact]
    [Trait("Spec", "EMP-18")]
    public async Task Batch_NothingTicked_SaysSo()
    {
        await _world.DeclarationAsync(await _world.ProfessionalAsync(_world.School));

        var refused = await (await Shown.OpenAsync(_clerk, "/forward/professional")).SubmitAsync(Batch);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(["请先选择要处理的记录"], refused.Errors);
    }

    [Fact]
    [Trait("Spec", "EMP-23")]
    public async Task Return_WithoutAndWithReason_RefusesThenReturns()
    {
        await _world.DeclarationAsync(await _world.ProfessionalAsync(_world.School));
        var list = await Shown.OpenAsync(_clerk, "/forward/professional");
        var form = await Shown.OpenAsync(_clerk, list.Document.QuerySelectorAll("tbody .act a").Single(a => a.TextContent.StartsWith("退回", StringComparison.Ordinal)).GetAttribute("href")!);

        var refused = await form.SubmitAsync("button.refuse", ("reason", " "));
        Assert.Equal(["请填写原因（1 至 500 字），本人会看到"], refused.Errors);
        Assert.NotNull(refused.Document.QuerySelector(".field.bad textarea[name=reason]"));
        var told = await (await refused.SubmitAsync("button.refuse", ("reason", "缺第二页"))).FollowAsync();

        Assert.Contains("已退回", told.Text, StringComparison.Ordinal);
        Assert.Equal("缺第二页", await _world.ReadAsync(db => db.Declarations.Where(d => d.Status == DeclarationStatus.Returned).Select(d => d.Reason).SingleAsync()));
    }

    [Fact]
    [Trait("Spec", "DEC-06")]
    public async Task Category_Changed_MovesToTheOtherList()
    {
        var id = await _world.DeclarationAsync(await _world.ProfessionalAsync(_world.School));

        var told = await (await (await Shown.OpenAsync(_clerk, "/forward/professional")).SubmitAsync($"button[name=one][value='{World.IdOf(id)}']")).FollowAsync();

        Assert.Contains("已改为公需科目", told.Text, StringComparison.Ordinal);
        Assert.Empty(told.Document.QuerySelectorAll("tbody tr"));
        Assert.Single((await Shown.OpenAsync(_clerk, "/forward/general")).Document.QuerySelectorAll("tbody tr"));
    }

    [Theory]
    [InlineData("kind=PATENT", 0)]
    [InlineData("kind=NONSENSE&status=NONSENSE&view=NONSENSE", 2)]
    [InlineData("status=TO_FORWARD", 1)]
    [InlineData("year=2025", 0)]
    [InlineData("department=NONSENSE", 0)]
    [InlineData("view=all", 2)]
    [Trait("Spec", "EMP-18")]
    public async Task List_Filtered_ShowsWhatFits(string filter, int rows)
    {
        var person = await _world.ProfessionalAsync(_world.School);
        await _world.DeclarationAsync(person);
        await _world.DeclarationAsync(person, DeclarationStatus.ToForward);

        Assert.Equal(rows, (await Shown.OpenAsync(_clerk, "/forward/professional?" + filter)).Document.QuerySelectorAll("tbody tr").Length);
    }

    private static string Joined(IReadOnlyList<long> ids) => string.Join('\n', ids.Select(World.IdOf));
}
