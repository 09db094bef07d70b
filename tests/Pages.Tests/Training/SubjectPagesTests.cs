using System.Net;
using HnCe.Domain.Access;
using HnCe.Domain.Declarations;
using HnCe.Testing;
using Xunit;

namespace HnCe.Pages.Tests.Training;

/// <summary>公需科目管理 and 专业科目管理.</summary>
public sealed class SubjectPagesTests : WorldFixture
{
    public static TheoryData<UserType> Others => RolesWithout(Permission.KeepSubjects);

    [Fact]
    [Trait("Spec", "S-SUB-01")]
    [Trait("Spec", "DEP-07")]
    [Trait("Spec", "SUB-02")]
    public async Task Department_AddsASubject_AfterCorrectingIt()
    {
        var form = await VisitAsync(World.As(World.Education), "/training/subject/professional");

        var refused = await form.SubmitAsync("form.card button", ("Name", null), ("name", "课堂教学评价"), ("hours", "二十"), ("recommendation", "第一段\n第二段"));
        var again = await refused.SubmitAsync("form.card button", ("hours", "２０"));
        var told = await (await again.SubmitAsync("form.card button", ("major", "040101"))).FollowAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("建议学时应为数字，如 20 或 12.5", refused.Errors);
        Assert.Equal(["请选择所属专业"], again.Errors);
        Assert.Equal("课堂教学评价", again.ValueOf("name"));
        Assert.Contains("科目已新增", told.Document.QuerySelector("[role=status]")!.TextContent);
        Assert.Equal(["课堂教学评价"], told.Document.QuerySelectorAll("tbody th").Select(cell => cell.TextContent));
    }

    [Fact]
    [Trait("Spec", "S-SUB-02")]
    [Trait("Spec", "PRO-11")]
    public async Task Province_KeepsPublicSubjectsOnly()
    {
        await World.SubjectAsync(SubjectCategory.Public, name: "职业道德");
        await World.SubjectAsync(SubjectCategory.Professional, name: "教学评价");
        var list = await VisitAsync(World.As(World.Province), "/training/subjects/general");

        Assert.Equal(["职业道德"], list.Document.QuerySelectorAll("tbody th").Select(cell => cell.TextContent));
        Assert.Equal("公需科目管理", list.Document.QuerySelector("h1")!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await list.GoAsync("/training/subjects/professional")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await list.GoAsync("/training/subject/professional")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await VisitAsync(World.As(World.Education), "/training/subjects/general")).Status);
    }

    [Fact]
    [Trait("Spec", "SUB-03")]
    [Trait("Spec", "S-SUB-01")]
    public async Task Subject_RetiredAndEdited_ShowsItInTheList()
    {
        var id = await World.SubjectAsync(name: "课件制作");
        var list = await VisitAsync(World.As(World.Education), "/training/subjects/professional?name=课件");

        var retired = await (await list.SubmitAsync("button[name=retire]")).FollowAsync();
        var edited = await (await (await retired.GoAsync($"/training/subject/professional/{World.SubjectIdOf(id)}")).SubmitAsync("form.card button", ("hours", "12.5"))).FollowAsync();
        var active = await (await edited.SubmitAsync("button[name=reactivate]")).FollowAsync();

        Assert.Contains("停用", retired.Document.QuerySelector("td.state")!.TextContent);
        Assert.Contains("name=", retired.Response.RequestMessage!.RequestUri!.Query);
        Assert.Contains("12.5", edited.Document.QuerySelector("tbody tr")!.TextContent);
        Assert.Contains("可用", active.Document.QuerySelector("td.state")!.TextContent);
    }

    [Fact]
    [Trait("Spec", "DEP-08")]
    public async Task Subject_OfAnotherDepartment_IsReadOnly()
    {
        var id = await World.SubjectAsync(name: "教学评价");
        var list = await VisitAsync(World.As(World.Health), "/training/subjects/professional?view=others");
        var page = await list.GoAsync($"/training/subject/professional/{World.SubjectIdOf(id)}");

        Assert.Contains("教学评价", list.Text);
        Assert.Null(list.Document.QuerySelector("button[name=retire]"));
        Assert.Null(page.Document.QuerySelector("form.card"));
        Assert.Contains("郑州市教育局制定的科目，只能查看", page.Text);
    }

    [Fact]
    [Trait("Spec", "DEP-07")]
    public async Task Filters_InUse_StandInTheAddressAndAsChips()
    {
        await World.SubjectAsync(name: "教学评价");
        await World.SubjectAsync(name: "课件制作");
        var list = await VisitAsync(World.As(World.Education), "/training/subjects/professional");

        var found = await list.SubmitAsync("form.filter button", ("name", "评价"), ("year", $"{World.Year}"), ("major", "040101"), ("available", "yes"));
        var none = await list.SubmitAsync("form.filter button", ("available", "no"));

        Assert.Equal(["教学评价"], found.Document.QuerySelectorAll("tbody th").Select(cell => cell.TextContent));
        Assert.Equal(4, found.Document.QuerySelectorAll(".chips li").Length);
        Assert.Contains("没有符合条件的科目", none.Text);
    }

    [Theory]
    [MemberData(nameof(Others))]
    [Trait("Spec", "SUB-01")]
    public async Task Pages_OtherRoles_AreClosed(UserType role)
    {
        var browser = await World.SignInAsync(await SomebodyAsync(role));

        foreach (var address in new[] { "/training/subjects/general", "/training/subjects/professional", "/training/subject/general" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await Shown.OpenAsync(browser, address)).Status);
        }
    }
}
