using System.Net;
using HnCe.Domain.Access;
using HnCe.Domain.Declarations;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Pages.Tests.Training;

/// <summary>审核培训班申报信息 and what comes of it.</summary>
public sealed class SubmissionReviewPagesTests : WorldFixture
{
    public static TheoryData<UserType> Others => RolesWithout(Permission.ReviewTraining);

    [Fact]
    [Trait("Spec", "S-RVW-04")]
    [Trait("Spec", "REV-07")]
    [Trait("Spec", "REV-08")]
    public async Task Batch_Passed_AsksFirstAndSaysHowMany()
    {
        var somebody = await World.ProfessionalAsync(World.School);
        var ids = $"{World.ClassIdOf(await World.SubmittedClassAsync([somebody]))}\n{World.ClassIdOf(await World.SubmittedClassAsync([somebody], category: SubjectCategory.Public))}";
        var list = await VisitAsync(World.As(World.Zhengzhou), "/training/reviewsubmissions");

        var found = await list.SubmitAsync("form.filter button", ("category", "PUBLIC"), ("institution", "继续教育中心"));
        var confirm = await list.SubmitAsync("button[value=PASS]", ("id", ids));
        var told = await (await confirm.SubmitAsync("form.card button")).FollowAsync();

        Assert.Contains("2 项待办", list.Document.QuerySelector("nav.menu a[aria-current=page]")!.TextContent);
        Assert.Single(found.Document.QuerySelectorAll("tbody tr"));
        Assert.Equal(2, found.Document.QuerySelectorAll(".chips li").Length);
        Assert.Contains("确定通过这 2 个培训班？", confirm.Text);
        Assert.Contains("已通过 2 个培训班", told.Document.QuerySelector("[role=status]")!.TextContent);
        Assert.Equal(2, (await told.GoAsync("/training/reviewsubmissions?view=passed")).Document.QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    [Trait("Spec", "REV-07")]
    [Trait("Spec", "REV-08")]
    public async Task Department_FailsOneWithAReason_AndHasNoFilterOfCategories()
    {
        var id = World.ClassIdOf(await World.SubmittedClassAsync([await World.ProfessionalAsync(World.School)], target: ForwardTarget.IndustryDepartment));
        var list = await VisitAsync(World.As(World.Education), "/training/reviewsubmissions");

        var confirm = await (await list.GoAsync($"/training/reviewsubmission/{id}")).SubmitAsync("button[value=FAIL]");
        var refused = await confirm.SubmitAsync("form.card button");
        var told = await (await refused.SubmitAsync("form.card button", ("reason", "花名册不符"))).FollowAsync();

        Assert.Null(list.Document.QuerySelector("[name=category]"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotNull(refused.Document.QuerySelector(".bad [name=reason]"));
        Assert.Contains("不通过 1 个培训班", told.Text);
        Assert.Contains("花名册不符", (await VisitAsync(World.As(World.Institution), $"/training/roster/{id}")).Text);
    }

    [Fact]
    [Trait("Spec", "S-RVW-05")]
    [Trait("Spec", "S-RVW-06")]
    [Trait("Spec", "REV-09")]
    [Trait("Spec", "REV-10")]
    public async Task Trainee_IsFilteredLookedAtLeftOutAndTakenBack()
    {
        var @class = await World.SubmittedClassAsync([await World.ProfessionalAsync(World.School, "李慧敏"), await World.ProfessionalAsync(World.School, "王建国")]);
        var score = World.ScoreIdOf(await World.ReadAsync(db => db.TraineeScores.Where(s => s.Professional.Name == "王建国").Select(s => s.Id).SingleAsync()));
        var page = await VisitAsync(World.As(World.Zhengzhou), $"/training/reviewsubmission/{World.ClassIdOf(@class)}");

        var found = await page.SubmitAsync("form.filter button", ("name", "建国"), ("result", "yes"));
        var none = await page.SubmitAsync("form.filter button", ("result", "no"));
        var detail = await page.GoAsync($"/training/reviewtrainee/{score}");
        var refused = await detail.SubmitAsync("button[value=exclude]");
        var left = await (await refused.SubmitAsync("button[value=exclude]", ("reason", "未参加培训"))).FollowAsync();
        var back = await (await (await left.GoAsync($"/training/reviewtrainee/{score}")).SubmitAsync("button[value=include]")).FollowAsync();

        Assert.Equal(["王建国"], found.Document.QuerySelectorAll("tbody th").Select(cell => cell.TextContent));
        Assert.Contains("没有符合条件的学员", none.Text);
        Assert.Contains("培训情况", detail.Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("已剔除：未参加培训", left.Text);
        Assert.DoesNotContain("已剔除：未参加培训", back.Text);
    }

    [Fact]
    [Trait("Spec", "REV-12")]
    [Trait("Spec", "SCO-11")]
    public async Task PassedClass_Revoked_TakesTheHoursBack()
    {
        var person = await World.ProfessionalAsync(World.School);
        var id = World.ClassIdOf(await World.SubmittedClassAsync([person], ReviewDecision.Pass));
        var page = await VisitAsync(World.As(World.Zhengzhou), $"/training/reviewsubmission/{id}");

        var refused = await page.SubmitAsync("form[action*=Revoke] button, form[action*=revoke] button");
        var told = await (await refused.SubmitAsync("form[action*=Revoke] button, form[action*=revoke] button", ("reason", "查实冒名"))).FollowAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("培训班已撤销", told.Text);
        Assert.Contains("查实冒名", told.Text);
        Assert.Contains("已撤销", (await VisitAsync(person, "/declarations")).Document.QuerySelector("#trainings")!.TextContent);
        Assert.Equal(0, await World.ReadAsync(db => db.YearTotals.Where(t => t.ProfessionalId == person.Caller.ProfessionalId && t.Year == World.Year).Select(t => t.ProfessionalHours).SingleAsync()));
    }

    [Fact]
    [Trait("Spec", "SCO-08")]
    [Trait("Spec", "SCO-11")]
    [Trait("Spec", "REV-08")]
    public async Task Class_FromFilingToReview_GivesTheProfessionalHisHours()
    {
        var person = await World.ProfessionalAsync(World.School, "李慧敏");
        var plan = World.PlanIdOf(await World.PassedPlanAsync(hours: 20));
        var form = await VisitAsync(World.As(World.Institution), $"/training/class?plan={plan}");

        await form.SubmitAsync("button[value=save]",
            ("name", "冬训一班"), ("startsOn", $"{World.Year}-01-05"), ("endsOn", $"{World.Year}-01-09"), ("place", "二号楼"), ("manager", "周敏"), ("phone", "65900000"), ("capacity", "40"));
        var id = World.ClassIdOf(await World.ReadAsync(db => db.TrainingClasses.Select(c => c.Id).SingleAsync()));
        var entry = await form.GoAsync($"/training/enterscores?class={id}");
        await (await entry.SubmitAsync("button[value=find]", ("idNumber", person.Person!.IdNumber), ("score", "88"))).SubmitAsync("button[value=enter]");
        Assert.Null((await VisitAsync(person, "/declarations")).Document.QuerySelector("#trainings"));
        await (await form.GoAsync($"/training/submit/{id}")).SubmitAsync("form.card button", ("target", "SAME_LEVEL_BUREAU"));
        await (await (await VisitAsync(World.As(World.Zhengzhou), $"/training/reviewsubmission/{id}")).SubmitAsync("button[value=PASS]")).SubmitAsync("form.card button");

        var own = (await VisitAsync(person, $"/declarations?year={World.Year}")).Document.QuerySelector("#trainings tbody tr")!.TextContent;
        foreach (var word in new[] { "冬训一班", World.Institution.Name, $"{World.Year}", "88", "合格", "20" })
        {
            Assert.Contains(word, own);
        }

        Assert.Null((await VisitAsync(person, $"/declarations?year={World.Year - 1}")).Document.QuerySelector("#trainings"));
        Assert.Contains("冬训一班", (await VisitAsync(World.As(World.School), $"/people/{person.ProfessionalId}?view=education")).Document.QuerySelector("#trainings")!.TextContent);
        Assert.Contains("已认定 20 学时", (await VisitAsync(person, "/home")).Document.QuerySelector("#sum")!.TextContent);
    }

    [Fact]
    [Trait("Spec", "REV-07")]
    public async Task Submission_OfAnotherBody_IsNotFound()
    {
        var @class = World.ClassIdOf(await World.SubmittedClassAsync([await World.ProfessionalAsync(World.School)]));
        var open = World.ClassIdOf(await World.ClassAsync());

        Assert.Equal(HttpStatusCode.NotFound, (await VisitAsync(World.As(World.Luoyang), $"/training/reviewsubmission/{@class}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await VisitAsync(World.As(World.Zhengzhou), $"/training/reviewsubmission/{open}")).Status);
    }

    [Theory]
    [MemberData(nameof(Others))]
    [Trait("Spec", "REV-08")]
    public async Task Pages_OtherRoles_AreClosed(UserType role)
    {
        var browser = await World.SignInAsync(await SomebodyAsync(role));

        foreach (var page in new[] { "reviewsubmissions", "reviewsubmission/x", "reviewsubmissionsconfirm", "reviewtrainee/x" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await Shown.OpenAsync(browser, $"/training/{page}")).Status);
        }
    }
}
