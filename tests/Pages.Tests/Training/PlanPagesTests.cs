using System.Net;
using HnCe.Domain.Access;
using HnCe.Domain.Declarations;
using HnCe.Domain.Training;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Pages.Tests.Training;

/// <summary>培训计划管理 without JavaScript.</summary>
public sealed class PlanPagesTests : WorldFixture
{
    public static TheoryData<UserType> Others => RolesWithout(Permission.ConductTraining);

    private (string, string?)[] Answers =>
    [
        ("name", "暑期骨干教师研修"), ("form", "10"), ("hours", "２０"), ("plannedTrainees", "50"), ("startsOn", $"{World.Year}-07-06"), ("endsOn", $"{World.Year}-07-10"), ("place", "二号楼"),
    ];

    [Fact]
    [Trait("Spec", "S-INS-05")]
    [Trait("Spec", "PLN-02")]
    [Trait("Spec", "PLN-03")]
    public async Task Form_OfAPublicSubject_OffersPublicSubjectsAndTheBureauOnly()
    {
        await World.SubjectAsync(SubjectCategory.Public, name: "职业道德");
        await World.SubjectAsync(name: "教学评价");
        await World.SubjectAsync(name: "来年科目", year: World.Year + 1);
        var form = await VisitAsync(World.As(World.Institution), "/training/plan");

        var followed = await form.SubmitAsync("button[value=submit]", ("do", "subjects"), ("category", "PUBLIC"), ("name", "写了一半"));
        var next = await form.SubmitAsync("button[value=submit]", ("do", "subjects"), ("trainingYear", $"{World.Year + 1}"));

        Assert.Equal(HttpStatusCode.OK, followed.Status);
        Assert.Equal(["教学评价"], Subjects(form));
        Assert.Equal(["职业道德"], Subjects(followed));
        Assert.Equal(["来年科目"], Subjects(next));
        Assert.Equal("写了一半", followed.ValueOf("name"));
        Assert.Equal(["SAME_LEVEL_BUREAU", "INDUSTRY_DEPARTMENT"], Targets(form));
        Assert.Equal(["SAME_LEVEL_BUREAU"], Targets(followed));
        Assert.NotNull(form.Document.QuerySelector("noscript"));
    }

    [Fact]
    [Trait("Spec", "S-INS-05")]
    [Trait("Spec", "PLN-01")]
    [Trait("Spec", "PLN-04")]
    public async Task Plan_FilledIn_IsSentAndWaitsInTheList()
    {
        var subject = World.SubjectIdOf(await World.SubjectAsync(hours: 30));
        var form = await VisitAsync(World.As(World.Institution), "/training/plan");

        var unreadable = await form.SubmitAsync("button[value=submit]", [.. Answers.Where(one => one.Item1 != "hours"), ("subject", subject), ("target", "INDUSTRY_DEPARTMENT"), ("hours", "很多")]);
        var refused = await unreadable.SubmitAsync("button[value=submit]", ("hours", "40"));
        var told = await (await refused.SubmitAsync("button[value=submit]", ("hours", "20"))).FollowAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, unreadable.Status);
        Assert.Equal(["学时应为数字"], unreadable.Errors);
        Assert.Equal(["学时不得超过该科目的建议学时 30"], refused.Errors);
        Assert.Equal("二号楼", refused.ValueOf("place"));
        Assert.Contains("由行业主管：郑州市教育局审核", told.Document.QuerySelector("[role=status]")!.TextContent);
        Assert.Contains("待审核", told.Document.QuerySelector("tbody tr")!.TextContent);
        Assert.Contains("暑期骨干教师研修", told.Text);
    }

    [Fact]
    [Trait("Spec", "PLN-04")]
    public async Task Plan_WithAFile_CarriesItToTheReviewer()
    {
        var subject = World.SubjectIdOf(await World.SubjectAsync());
        var form = await VisitAsync(World.As(World.Institution), "/training/plan");

        var sent = await form.UploadAsync("button[value=submit]", "file", "方案.png", Proof.Png, [.. Answers, ("subject", subject), ("target", "SAME_LEVEL_BUREAU")]);
        var plan = await World.ReadAsync(db => db.TrainingPlans.Select(p => p.Id).SingleAsync());
        var detail = await VisitAsync(World.As(World.Zhengzhou), $"/training/reviewplan/{World.PlanIdOf(plan)}");
        var file = detail.Document.QuerySelector("a[href^='/files/']")!;
        var opened = await (await World.SignInAsync(World.As(World.Zhengzhou))).GetAsync(file.GetAttribute("href"));
        var foreign = await (await World.SignInAsync(World.As(World.Luoyang))).GetAsync(file.GetAttribute("href"));

        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Contains("方案.png", file.TextContent);
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
    }

    [Fact]
    [Trait("Spec", "SPEC §18")]
    public async Task Draft_Saved_IsFinishedLater()
    {
        var subject = World.SubjectIdOf(await World.SubjectAsync());
        var form = await VisitAsync(World.As(World.Institution), "/training/plan");

        var saved = await (await form.SubmitAsync("button[value=draft]", ("name", "半份计划"), ("subject", subject))).FollowAsync();
        var plan = World.PlanIdOf(await World.ReadAsync(db => db.TrainingPlans.Select(p => p.Id).SingleAsync()));
        var again = await saved.GoAsync($"/training/plan?id={plan}");
        var sent = await (await again.SubmitAsync("button[value=submit]", [.. Answers, ("target", "SAME_LEVEL_BUREAU")])).FollowAsync();

        Assert.Contains("草稿", saved.Document.QuerySelector("td.state")!.TextContent);
        Assert.Equal("半份计划", again.ValueOf("name"));
        Assert.Contains("待审核", sent.Document.QuerySelector("td.state")!.TextContent);
    }

    [Fact]
    [Trait("Spec", "PLN-07")]
    public async Task FailedPlan_Edited_ShowsWhyAndIsPendingAgain()
    {
        var plan = World.PlanIdOf(await World.PlanAsync(PlanStatus.Failed));
        var form = await VisitAsync(World.As(World.Institution), $"/training/plan?id={plan}");

        var told = await (await form.SubmitAsync("button[value=submit]", ("name", "改后的计划"))).FollowAsync();

        Assert.Contains("课时安排过密", form.Text);
        Assert.Null(form.Document.QuerySelector("button[value=draft]"));
        Assert.Contains("改后的计划", told.Text);
        Assert.Contains("待审核", told.Document.QuerySelector("td.state")!.TextContent);
    }

    [Fact]
    [Trait("Spec", "S-INS-04")]
    [Trait("Spec", "PLN-01")]
    [Trait("Spec", "PLN-07")]
    public async Task Batch_WithAPassedPlan_DeletesNoneAndSaysWhich()
    {
        var (passed, failed) = (World.PlanIdOf(await World.PlanAsync(PlanStatus.Passed, name: "已定的计划")), World.PlanIdOf(await World.PlanAsync(PlanStatus.Failed, name: "不要的计划")));
        var list = await VisitAsync(World.As(World.Institution), "/training/plans");

        var confirm = await list.SubmitAsync(".batch button", ("id", $"{passed}\n{failed}"));
        var refused = await confirm.SubmitAsync("form.card button");
        var one = await (await (await list.SubmitAsync("button[name=one]")).SubmitAsync("form.card button")).FollowAsync();

        Assert.Contains("确定删除这 2 个培训计划？", confirm.Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("已定的计划", Assert.Single(refused.Errors));
        Assert.Contains("已删除 1 个培训计划", one.Text);
        Assert.Equal(["已定的计划"], one.Document.QuerySelectorAll("tbody th").Select(cell => cell.TextContent));
        Assert.Null(one.Document.QuerySelector("button[name=one]"));
    }

    [Fact]
    [Trait("Spec", "S-INS-04")]
    public async Task Filters_InUse_NarrowTheList()
    {
        await World.PlanAsync(PlanStatus.Passed, SubjectCategory.Public, name: "公需一期");
        await World.PlanAsync(name: "专业一期");
        var list = await VisitAsync(World.As(World.Institution), "/training/plans");

        var found = await list.SubmitAsync("form.filter button", ("name", "一期"), ("year", $"{World.Year}"), ("category", "PUBLIC"), ("status", "PASSED"));

        Assert.Equal(["公需一期"], found.Document.QuerySelectorAll("tbody th").Select(cell => cell.TextContent));
        Assert.Equal(4, found.Document.QuerySelectorAll(".chips li").Length);
        Assert.Contains("没有符合条件的培训计划", (await list.SubmitAsync("form.filter button", ("status", "DRAFT"))).Text);
    }

    [Fact]
    [Trait("Spec", "PLN-08")]
    public async Task PassedPlan_Detail_ChangesTheRemarkOnly()
    {
        var plan = World.PlanIdOf(await World.PlanAsync(PlanStatus.Passed));
        var detail = await VisitAsync(World.As(World.Institution), $"/training/plandetail/{plan}");

        var told = await (await detail.SubmitAsync("form.card button", ("remark", "改在二号楼上课"))).FollowAsync();

        Assert.Contains("备注已保存", told.Text);
        Assert.Equal("改在二号楼上课", told.ValueOf("remark"));
        Assert.Equal($"/training/plandetail/{plan}", (await told.GoAsync($"/training/plan?id={plan}")).Location, ignoreCase: true);
    }

    [Fact]
    [Trait("Spec", "PLN-01")]
    public async Task Plan_OfAnotherInstitution_IsNotFound()
    {
        var plan = World.PlanIdOf(await World.PlanAsync(PlanStatus.Failed));
        var other = await VisitAsync(await World.InstitutionAsync(World.Luoyang, "WR0001055"), "/training/plans");

        Assert.Contains("还没有培训计划", other.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GoAsync($"/training/plandetail/{plan}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GoAsync($"/training/plan?id={plan}")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GoAsync($"/training/deleteplans?id={plan}")).Status);
    }

    [Fact]
    [Trait("Spec", "INS-06")]
    public async Task Home_OfAnInstitution_CountsPlansByStateAndLeadsToThem()
    {
        await World.PlanAsync(PlanStatus.Failed);
        await World.PlanAsync(PlanStatus.Draft);
        await World.PlanAsync(PlanStatus.Passed);
        var home = await VisitAsync(World.As(World.Institution), "/home");

        Assert.Contains("待办 2 项", home.Document.Title);
        Assert.Equal("1", home.Document.QuerySelector("table a[href*='PASSED']")!.TextContent);
        Assert.Equal("0", home.Document.QuerySelector("table a[href*='PENDING']")!.TextContent);
        Assert.Single((await home.GoAsync(home.Document.QuerySelector(".todo a")!.GetAttribute("href")!)).Document.QuerySelectorAll("tbody tr"));
    }

    [Theory]
    [MemberData(nameof(Others))]
    [Trait("Spec", "INS-06")]
    public async Task Pages_OtherRoles_AreClosed(UserType role)
    {
        var browser = await World.SignInAsync(await SomebodyAsync(role));

        foreach (var address in new[] { "/training/plans", "/training/plan", "/training/plandetail/x", "/training/deleteplans" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await Shown.OpenAsync(browser, address)).Status);
        }
    }

    private static IEnumerable<string> Subjects(Shown page) =>
        page.Document.QuerySelectorAll("#subject option[value]:not([value=''])").Select(option => option.TextContent.Split('（')[0]);

    private static IEnumerable<string?> Targets(Shown page) => page.Document.QuerySelectorAll("[name=target]").Select(choice => choice.GetAttribute("value"));
}
