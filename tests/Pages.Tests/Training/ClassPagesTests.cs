using System.Net;
using HnCe.Domain.Access;
using HnCe.Domain.Declarations;
using HnCe.Domain.Training;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Pages.Tests.Training;

/// <summary>培训班管理 without JavaScript.</summary>
public sealed class ClassPagesTests : WorldFixture
{
    public static TheoryData<UserType> Others => RolesWithout(Permission.ConductTraining);

    private (string, string?)[] Answers =>
        [("name", "冬训一班"), ("startsOn", $"{World.Year}-01-05"), ("endsOn", $"{World.Year}-01-09"), ("place", "二号楼"), ("manager", "周敏"), ("phone", "0371-65900000"), ("capacity", "４0")];

    [Fact]
    [Trait("Spec", "S-INS-07")]
    [Trait("Spec", "CLS-02")]
    [Trait("Spec", "CLS-03")]
    public async Task Form_PlanChosen_ShowsWhatThePlanSays()
    {
        var plan = World.PlanIdOf(await World.PassedPlanAsync());
        await World.PlanAsync(PlanStatus.Pending, name: "还没通过的计划");
        var form = await VisitAsync(World.As(World.Institution), "/training/class");

        var followed = await form.SubmitAsync("noscript button, button[value=save]", ("do", "plan"), ("plan", plan), ("name", "写了一半"));

        Assert.DoesNotContain("还没通过的计划", form.Text);
        Assert.DoesNotContain("计划培训人数", form.Document.QuerySelector("#follows")!.TextContent);
        var facts = followed.Document.QuerySelector("#follows")!.TextContent;
        foreach (var word in new[] { "科目类型", "专业科目", "培训年度", $"{World.Year}", "继续教育年度", "培训形式", "计划培训人数", "50 人", "目前人数", "0 人" })
        {
            Assert.Contains(word, facts);
        }

        Assert.Equal("写了一半", followed.ValueOf("name"));
    }

    [Fact]
    [Trait("Spec", "S-INS-06")]
    [Trait("Spec", "CLS-01")]
    [Trait("Spec", "CLS-03")]
    public async Task Class_FilledIn_IsFiledAfterCorrection()
    {
        var plan = World.PlanIdOf(await World.PassedPlanAsync());
        var form = await VisitAsync(World.As(World.Institution), "/training/class");

        var unreadable = await form.SubmitAsync("button[value=save]", [("plan", plan), .. Answers.Where(one => one.Item1 != "capacity"), ("capacity", "很多")]);
        var refused = await unreadable.SubmitAsync("button[value=save]", ("capacity", "40"), ("endsOn", $"{World.Year}-01-02"));
        var told = await (await refused.SubmitAsync("button[value=save]", ("endsOn", $"{World.Year}-01-09"))).FollowAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, unreadable.Status);
        Assert.Equal(["班级人数上限应为整数"], unreadable.Errors);
        Assert.Equal(["结束时间不能早于开班时间"], refused.Errors);
        Assert.Contains("培训班已备案", told.Document.QuerySelector("[role=status]")!.TextContent);
        Assert.Contains("0/50", told.Document.QuerySelector("tbody tr")!.TextContent);
        Assert.Contains("已备案", told.Document.QuerySelector("td.state")!.TextContent);
    }

    [Fact]
    [Trait("Spec", "CLS-04")]
    public async Task Class_WithMoreThanPlanned_IsFiledWithAWarning()
    {
        var plan = World.PlanIdOf(await World.PassedPlanAsync());
        var form = await VisitAsync(World.As(World.Institution), $"/training/class?plan={plan}");

        var refused = await form.SubmitAsync("button[value=save]", [.. Answers.Where(one => one.Item1 != "capacity"), ("capacity", "61")]);
        var told = await (await refused.SubmitAsync("button[value=save]", ("capacity", "60"))).FollowAsync();

        Assert.Contains("不得超过 60 人", Assert.Single(refused.Errors));
        Assert.Contains("人数上限合计 60 人，已超过计划培训的 50 人", told.Text);
    }

    [Fact]
    [Trait("Spec", "CLS-01")]
    [Trait("Spec", "CLS-05")]
    public async Task Class_WithScores_CanBeChangedButNotDeleted()
    {
        var plan = await World.PassedPlanAsync();
        var (kept, empty) = (await World.ClassAsync(plan, name: "有成绩的班"), await World.ClassAsync(plan, name: "空班"));
        await World.ScoreAsync(kept, await World.ProfessionalAsync(World.School));
        var list = await VisitAsync(World.As(World.Institution), "/training/classes");

        var changed = await (await (await list.GoAsync($"/training/class/{World.ClassIdOf(kept)}")).SubmitAsync("button[value=save]", ("place", "三号楼"))).FollowAsync();
        var confirm = await changed.SubmitAsync(".batch button", ("id", $"{World.ClassIdOf(kept)}\n{World.ClassIdOf(empty)}"));
        var refused = await confirm.SubmitAsync("form.card button");
        var told = await (await (await list.SubmitAsync($"button[value='{World.ClassIdOf(empty)}']")).SubmitAsync("form.card button")).FollowAsync();

        Assert.Contains("培训班已保存", changed.Text);
        Assert.Equal("三号楼", await World.ReadAsync(db => db.TrainingClasses.Where(c => c.Id == kept).Select(c => c.Data.Place).SingleAsync()));
        Assert.Contains("确定删除这 2 个培训班？", confirm.Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("有成绩的班：该培训班已登记学员成绩", Assert.Single(refused.Errors));
        Assert.Equal(["有成绩的班"], told.Document.QuerySelectorAll("tbody th").Select(cell => cell.TextContent));
    }

    [Fact]
    [Trait("Spec", "CLS-05")]
    public async Task SubmittedClass_Opened_CannotBeChanged()
    {
        var id = World.ClassIdOf(await World.SubmittedClassAsync([await World.ProfessionalAsync(World.School)]));
        var list = await VisitAsync(World.As(World.Institution), "/training/classes");

        Assert.Equal(HttpStatusCode.Redirect, (await list.GoAsync($"/training/class/{id}")).Status);
        Assert.Null(list.Document.QuerySelector("button[name=one]"));
        Assert.Contains("该培训班已上报成绩", Assert.Single((await (await list.GoAsync($"/training/deleteclasses?id={id}")).SubmitAsync("form.card button")).Errors));
    }

    [Fact]
    [Trait("Spec", "S-INS-06")]
    public async Task Filters_InUse_NarrowTheList()
    {
        await World.ClassAsync(await World.PassedPlanAsync(category: SubjectCategory.Public), name: "公需班");
        await World.ClassAsync(name: "专业班");
        var list = await VisitAsync(World.As(World.Institution), "/training/classes");

        var found = await list.SubmitAsync("form.filter button", ("name", "班"), ("trainingYear", $"{World.Year}"), ("creditYear", $"{World.Year}"), ("category", "PUBLIC"));

        Assert.Equal(["公需班"], found.Document.QuerySelectorAll("tbody th").Select(cell => cell.TextContent));
        Assert.Equal(4, found.Document.QuerySelectorAll(".chips li").Length);
        Assert.Contains("没有符合条件的培训班", (await list.SubmitAsync("form.filter button", ("name", "没有这样的"))).Text);
    }

    [Fact]
    [Trait("Spec", "CLS-01")]
    public async Task Class_OfAnotherInstitution_IsNotFound()
    {
        var id = World.ClassIdOf(await World.ClassAsync());
        var other = await VisitAsync(await World.InstitutionAsync(World.Luoyang, "WR0001055"), "/training/classes");

        Assert.Contains("还没有培训班", other.Text);
        foreach (var page in new[] { "class", "roster", "submit" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.GoAsync($"/training/{page}/{id}")).Status);
        }
    }

    [Theory]
    [MemberData(nameof(Others))]
    [Trait("Spec", "INS-06")]
    public async Task Pages_OtherRoles_AreClosed(UserType role)
    {
        var browser = await World.SignInAsync(await SomebodyAsync(role));

        foreach (var page in new[] { "classes", "class", "deleteclasses", "scores", "score/x", "deletescores", "enterscores", "submissions", "roster/x", "submit/x" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await Shown.OpenAsync(browser, $"/training/{page}")).Status);
        }
    }
}
