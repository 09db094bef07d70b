using System.Net;
using HnCe.Domain.Declarations;
using HnCe.Domain.Training;
using HnCe.Testing;
using Xunit;

namespace HnCe.Pages.Tests.Training;

/// <summary>学员成绩管理, 成绩录入 and 学员成绩申报 without JavaScript.</summary>
public sealed class ScorePagesTests : WorldFixture
{
    [Fact]
    [Trait("Spec", "S-INS-09")]
    [Trait("Spec", "SCO-02")]
    [Trait("Spec", "SCO-03")]
    public async Task Trainee_IsCheckedFirst_ThenEnteredIntoTheListBelow()
    {
        var trainee = await World.ProfessionalAsync(World.School, "李慧敏");
        var id = World.ClassIdOf(await World.ClassAsync(name: "冬训一班"));
        var start = await VisitAsync(World.As(World.Institution), "/training/enterscores");

        var loaded = await start.GoAsync($"/training/enterscores?class={id}");
        var asked = await loaded.SubmitAsync("button[value=enter]", ("idNumber", trainee.Person!.IdNumber), ("score", "85.5"), ("remark", "优秀学员"));
        var answer = await asked.SubmitAsync("button[value=enter]");
        var told = await answer.FollowAsync();

        Assert.Contains("请选择培训班名称", start.Text);
        Assert.Contains("冬训一班", loaded.Document.QuerySelector("#class-head")!.ParentElement!.ParentElement!.TextContent);
        Assert.Contains("李慧敏", asked.Document.QuerySelector("#who")!.TextContent);
        Assert.Contains(World.School.Name, asked.Document.QuerySelector("#who")!.TextContent);
        Assert.Contains("请核对姓名和单位", asked.Text);
        Assert.Equal("85.5", asked.ValueOf("score"));
        Assert.DoesNotContain(trainee.Person.IdNumber, answer.Location);
        var row = told.Document.QuerySelector("#entry tbody tr")!.TextContent;
        Assert.Contains("李慧敏", row);
        Assert.Contains("85.5", row);
        Assert.Contains("优秀学员", row);
        Assert.DoesNotContain(trainee.Person.IdNumber, told.Text);
    }

    [Fact]
    [Trait("Spec", "SCO-03")]
    [Trait("Spec", "SCO-04")]
    public async Task Mistakes_AreNamedAndAnswersKept()
    {
        var trainee = await World.ProfessionalAsync(World.School);
        var key = await World.ClassAsync();
        var page = await VisitAsync(World.As(World.Institution), $"/training/enterscores?class={World.ClassIdOf(key)}");

        var unknown = await page.SubmitAsync("button[value=find]", ("idNumber", World.Stranger().IdNumber), ("score", "70"));
        var found = await unknown.SubmitAsync("button[value=find]", ("idNumber", trainee.Person!.IdNumber));
        var tooHigh = await found.SubmitAsync("button[value=enter]", ("score", "101"));
        await tooHigh.SubmitAsync("button[value=enter]", ("score", "59.9"));
        var twice = await tooHigh.SubmitAsync("button[value=enter]", ("score", "60"));

        Assert.Contains("没有找到这个身份证号码的专业技术人员", Assert.Single(unknown.Errors));
        Assert.Equal("70", unknown.ValueOf("score"));
        Assert.Equal(HttpStatusCode.OK, found.Status);
        Assert.Equal(["成绩须为 0 至 100 的数字，最多一位小数"], tooHigh.Errors);
        Assert.Contains(trainee.Person.Name, tooHigh.Document.QuerySelector("#who")!.TextContent);
        Assert.Equal(["该学员在本培训班已登记成绩"], twice.Errors);
        Assert.Contains("不合格", twice.Document.QuerySelector("#entry tbody tr")!.TextContent);
    }

    [Fact]
    [Trait("Spec", "SCO-04")]
    public async Task Class_ThatOnlyPassesOrFails_AsksForThat()
    {
        var trainee = await World.ProfessionalAsync(World.School);
        var @class = await World.ClassAsync(await World.PassedPlanAsync(assessment: Assessment.PassFail));
        var page = await VisitAsync(World.As(World.Institution), $"/training/enterscores?class={World.ClassIdOf(@class)}");

        var found = await page.SubmitAsync("button[value=find]", ("idNumber", trainee.Person!.IdNumber));
        var refused = await found.SubmitAsync("button[value=enter]");
        var told = await (await refused.SubmitAsync("button[value=enter]", ("qualified", "yes"))).FollowAsync();

        Assert.Null(page.Document.QuerySelector("[name=score]"));
        Assert.Equal(["请选择合格或不合格"], refused.Errors);
        Assert.Contains("合格", told.Document.QuerySelector("#entry tbody td.state")!.TextContent);
    }

    [Fact]
    [Trait("Spec", "S-INS-08")]
    [Trait("Spec", "SCO-01")]
    public async Task Scores_AreFiltered_ChangedAndDeleted()
    {
        var @class = await World.ClassAsync(name: "冬训一班");
        var good = await World.ScoreAsync(@class, await World.ProfessionalAsync(World.School, "李慧敏"));
        var bad = await World.ScoreAsync(@class, await World.ProfessionalAsync(World.School, "王建国"), 40);
        var list = await VisitAsync(World.As(World.Institution), "/training/scores");

        var failed = await list.SubmitAsync("form.filter button", ("class", World.ClassIdOf(@class)), ("result", "no"));
        var named = await list.SubmitAsync("form.filter button", ("name", "慧敏"));
        var edit = await list.GoAsync($"/training/score/{World.ScoreIdOf(bad)}");
        var wrong = await edit.SubmitAsync("form.card button", ("score", "六十"));
        var changed = await (await wrong.SubmitAsync("form.card button", ("score", "62"))).FollowAsync();
        var confirm = await list.SubmitAsync(".batch button", ("id", $"{World.ScoreIdOf(good)}\n{World.ScoreIdOf(bad)}"));
        var told = await (await confirm.SubmitAsync("form.card button")).FollowAsync();

        Assert.Equal(["王建国"], failed.Document.QuerySelectorAll("tbody th").Select(cell => cell.TextContent));
        Assert.Equal(2, failed.Document.QuerySelectorAll(".chips li").Length);
        Assert.Equal(["李慧敏"], named.Document.QuerySelectorAll("tbody th").Select(cell => cell.TextContent));
        Assert.Equal("40", edit.ValueOf("score"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("王建国的成绩已保存", changed.Text);
        Assert.Contains("62", changed.Text);
        Assert.Contains("确定删除这 2 条学员成绩？", confirm.Text);
        Assert.Contains("已删除 2 条学员成绩", told.Text);
        Assert.Contains("还没有学员成绩", told.Text);
    }

    [Fact]
    [Trait("Spec", "S-INS-10")]
    [Trait("Spec", "S-INS-11")]
    [Trait("Spec", "S-INS-12")]
    [Trait("Spec", "SCO-06")]
    [Trait("Spec", "SCO-07")]
    [Trait("Spec", "SCO-08")]
    [Trait("Spec", "SCO-09")]
    [Trait("Spec", "SCO-10")]
    public async Task Class_IsSubmittedOnce_FromItsRoster()
    {
        var @class = await World.ClassAsync(await World.PassedPlanAsync(category: SubjectCategory.Public), name: "冬训一班");
        var score = await World.ScoreAsync(@class, await World.ProfessionalAsync(World.School, "李慧敏"));
        await World.ScoreAsync(@class, await World.ProfessionalAsync(World.School, "王建国"), 40);
        var (id, list) = (World.ClassIdOf(@class), await VisitAsync(World.As(World.Institution), "/training/submissions"));

        var found = await list.SubmitAsync("form.filter button", ("name", "冬训"), ("trainingYear", $"{World.Year}"), ("creditYear", $"{World.Year}"), ("category", "PUBLIC"));
        var roster = await found.GoAsync($"/training/roster/{id}");
        var form = await roster.GoAsync($"/training/submit/{id}");
        var told = await (await form.SubmitAsync("form.card button")).FollowAsync();
        var again = await form.SubmitAsync("form.card button");

        Assert.Contains("冬训一班", Assert.Single(found.Document.QuerySelectorAll("tbody tr")).TextContent);
        Assert.Equal(["李慧敏", "王建国"], roster.Document.QuerySelectorAll("tbody th").Select(cell => cell.TextContent));
        Assert.NotNull(roster.Document.QuerySelector("[data-print]"));
        Assert.Equal(["SAME_LEVEL_BUREAU"], form.Document.QuerySelectorAll("[name=target]").Select(one => one.GetAttribute("value")));
        Assert.Contains("申报成功，请耐心等待上级部门的审批", told.Document.QuerySelector("[role=status]")!.TextContent);
        Assert.Contains("待审核", told.Document.QuerySelector("td.state")!.TextContent);
        Assert.Null(told.Document.QuerySelector("a[href*='/submit/']"));
        Assert.Equal(["每个培训班仅允许上报一次成绩"], again.Errors);
        Assert.Equal(HttpStatusCode.Redirect, (await told.GoAsync($"/training/score/{World.ScoreIdOf(score)}")).Status);
        Assert.DoesNotContain("冬训一班", (await told.GoAsync("/training/enterscores")).Text);
    }

    [Fact]
    [Trait("Spec", "SCO-09")]
    [Trait("Spec", "SCO-10")]
    public async Task Class_WithoutScores_IsNotSubmitted()
    {
        var form = await VisitAsync(World.As(World.Institution), $"/training/submit/{World.ClassIdOf(await World.ClassAsync())}");

        var unchosen = await form.SubmitAsync("form.card button");
        var refused = await unchosen.SubmitAsync("form.card button", ("target", "INDUSTRY_DEPARTMENT"));

        Assert.Equal(2, form.Document.QuerySelectorAll("[name=target]").Length);
        Assert.Equal(["请选择送审部门"], unchosen.Errors);
        Assert.Equal(["该培训班还没有登记学员成绩"], refused.Errors);
    }

    [Fact]
    [Trait("Spec", "INS-06")]
    public async Task Home_OfAnInstitution_CountsClassesByStateAndLeadsToThem()
    {
        var somebody = await World.ProfessionalAsync(World.School);
        await World.ClassAsync(name: "冬训一班");
        await World.SubmittedClassAsync([somebody], ReviewDecision.Pass);
        await World.SubmittedClassAsync([somebody]);
        var home = await VisitAsync(World.As(World.Institution), "/home");

        Assert.Equal("1", home.Document.QuerySelector("table a[href*='view=passed']")!.TextContent);
        Assert.Equal("1", home.Document.QuerySelector("table a[href*='view=submitted']")!.TextContent);
        Assert.Equal("0", home.Document.QuerySelector("table a[href*='view=failed']")!.TextContent);
        Assert.Contains("冬训一班", Assert.Single((await home.GoAsync(home.Document.QuerySelector(".todo a[href*='view=open']")!.GetAttribute("href")!)).Document.QuerySelectorAll("tbody tr")).TextContent);
    }
}
