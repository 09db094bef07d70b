using System.Net;
using HnCe.Domain.Access;
using HnCe.Domain.Declarations;
using HnCe.Domain.Training;
using HnCe.Testing;
using Xunit;

namespace HnCe.Pages.Tests.Training;

/// <summary>审核培训计划.</summary>
[Trait("Spec", "S-REV-05")]
public sealed class PlanReviewPagesTests : WorldFixture
{
    public static TheoryData<UserType> Others => RolesWithout(Permission.ReviewTraining);

    [Fact]
    [Trait("Spec", "PLN-06")]
    [Trait("Spec", "BUR-08")]
    public async Task Batch_Passed_AsksFirstAndSaysHowMany()
    {
        var ids = $"{World.PlanIdOf(await World.PlanAsync())}\n{World.PlanIdOf(await World.PlanAsync())}";
        var list = await VisitAsync(World.As(World.Zhengzhou), "/training/reviewplans");

        var confirm = await list.SubmitAsync("button[value=PASS]", ("id", ids));
        var told = await (await confirm.SubmitAsync("form.card button")).FollowAsync();

        Assert.Contains("2 项待办", list.Document.QuerySelector("nav.menu a[aria-current=page]")!.TextContent);
        Assert.Contains("确定通过这 2 个培训计划？", confirm.Text);
        Assert.Contains("已通过 2 个培训计划", told.Document.QuerySelector("[role=status]")!.TextContent);
        Assert.Contains("没有待审核的培训计划", told.Text);
        Assert.Equal(2, (await told.GoAsync("/training/reviewplans?view=passed")).Document.QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    [Trait("Spec", "DEP-09")]
    public async Task Batch_NotPassedWithoutReason_AsksForIt()
    {
        var plan = World.PlanIdOf(await World.PlanAsync(target: ForwardTarget.IndustryDepartment));
        var confirm = await VisitAsync(World.As(World.Education), $"/training/reviewplansconfirm?decision=FAIL&id={plan}");

        var refused = await confirm.SubmitAsync("form.card button");
        var told = await (await refused.SubmitAsync("form.card button", ("reason", "人数过多"))).FollowAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotNull(refused.Document.QuerySelector(".bad [name=reason]"));
        Assert.Contains("不通过 1 个培训计划", told.Text);
        Assert.Contains("人数过多", (await VisitAsync(World.As(World.Institution), $"/training/plandetail/{plan}")).Text);
    }

    [Fact]
    [Trait("Spec", "REV-13")]
    public async Task Detail_DecidedMeanwhile_SaysSo()
    {
        var plan = World.PlanIdOf(await World.PlanAsync(name: "暑期班"));
        var detail = await VisitAsync(World.As(World.Zhengzhou), $"/training/reviewplan/{plan}");
        await (await VisitAsync(await World.AppointAsync(World.Zhengzhou), $"/training/reviewplan/{plan}")).SubmitAsync("button[value=PASS]");

        var told = await (await detail.SubmitAsync("button[value=FAIL]", ("reason", "不符"))).FollowAsync();

        Assert.Contains("暑期班：该记录已被审核", told.Text);
    }

    [Fact]
    [Trait("Spec", "REV-13")]
    public async Task Detail_ChangedMeanwhile_IsNotDecidedUnseen()
    {
        var plan = World.PlanIdOf(await World.PlanAsync(name: "暑期班"));
        var detail = await VisitAsync(World.As(World.Zhengzhou), $"/training/reviewplan/{plan}");
        World.Clock.Advance(TimeSpan.FromMinutes(2));
        await (await VisitAsync(World.As(World.Institution), $"/training/plan?id={plan}")).SubmitAsync("button[value=submit]");

        var told = await (await detail.SubmitAsync("button[value=PASS]")).FollowAsync();

        Assert.Contains("暑期班：该计划在您查看之后已被申报机构修改", told.Text);
        Assert.Single(told.Document.QuerySelectorAll("tbody tr"));
    }

    [Fact]
    [Trait("Spec", "DEP-09")]
    public async Task Filters_InUse_NarrowTheList()
    {
        await World.PlanAsync(name: "暑期班");
        await World.PlanAsync(name: "寒假班");
        var list = await VisitAsync(World.As(World.Zhengzhou), "/training/reviewplans");

        var found = await list.SubmitAsync("form.filter button", ("name", "暑期"), ("institution", "继续教育中心"), ("year", $"{World.Year}"));

        Assert.Equal(["暑期班"], found.Document.QuerySelectorAll("tbody th").Select(cell => cell.TextContent));
        Assert.Equal(3, found.Document.QuerySelectorAll(".chips li").Length);
    }

    [Fact]
    [Trait("Spec", "PLN-06")]
    public async Task Plan_SentToAnotherBody_IsNotFound()
    {
        var plan = World.PlanIdOf(await World.PlanAsync());
        var draft = World.PlanIdOf(await World.PlanAsync(PlanStatus.Draft));

        Assert.Equal(HttpStatusCode.NotFound, (await VisitAsync(World.As(World.Education), $"/training/reviewplan/{plan}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await VisitAsync(World.As(World.Zhengzhou), $"/training/reviewplan/{draft}")).Status);
    }

    [Theory]
    [MemberData(nameof(Others))]
    [Trait("Spec", "PLN-06")]
    public async Task Pages_OtherRoles_AreClosed(UserType role)
    {
        var browser = await World.SignInAsync(await SomebodyAsync(role));

        foreach (var address in new[] { "/training/reviewplans", "/training/reviewplan/x", "/training/reviewplansconfirm" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await Shown.OpenAsync(browser, address)).Status);
        }
    }
}
