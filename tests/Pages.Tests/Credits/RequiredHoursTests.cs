using System.Net;
using HnCe.Domain.Declarations;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Pages.Tests.Credits;

[Trait("Spec", "REQ-01")]
[Trait("Spec", "S-SYS-07")]
public sealed class RequiredHoursTests : WorldFixture
{
    [Fact]
    public async Task List_Filtered_ShowsYearLevelAndSum()
    {
        var list = await VisitAsync(World.SystemAdmin, "/credits/requiredhours");

        var found = await list.SubmitAsync("form.filter button", ("year", "2014"), ("level", "intermediate"));

        var row = Assert.Single(found.Document.QuerySelectorAll("tbody tr"));
        Assert.Equal(["2014", "中级", "24", "40", "64"], row.Children.Take(5).Select(cell => cell.TextContent.Trim()));
        Assert.Contains("等级：中级", found.Document.QuerySelector(".chips")!.TextContent);
    }

    [Fact]
    [Trait("Spec", "REQ-04")]
    public async Task Change_OfThisYear_SaysWhoFlipsBeforeItIsSaved()
    {
        var person = await World.ProfessionalAsync(World.School);
        await World.DeclarationAsync(person, DeclarationStatus.Passed, SubjectCategory.Public, 30);
        await World.DeclarationAsync(person, DeclarationStatus.Passed, SubjectCategory.Professional, 60);
        var form = await VisitAsync(World.SystemAdmin, $"/credits/requiredhoursedit?year={World.Year}&level=intermediate");

        var confirm = await form.SubmitAsync("form.card button", ("Form.PublicHours", "31.5"));
        var unsaved = await RequiredAsync(World.Year);
        var back = await confirm.SubmitAsync("button.plain");
        var told = await (await (await back.SubmitAsync("form.card button")).SubmitAsync("form.card button.btn:not(.plain)")).FollowAsync();
        var history = await told.GoAsync($"/credits/requiredhoursedit?year={World.Year}&level=intermediate");

        Assert.Contains("0 条变为合格，1 条变为未合格", confirm.Text);
        Assert.Equal(30, unsaved);
        Assert.Equal("31.5", back.ValueOf("Form.PublicHours"));
        Assert.Contains("已保存", told.Document.QuerySelector("[role=status]")!.TextContent);
        Assert.Equal(31.5m, await RequiredAsync(World.Year));
        Assert.Contains("公需课学时：30", history.Text);
    }

    [Fact]
    [Trait("Spec", "REQ-04")]
    public async Task Change_OfAPastYear_MustBeConfirmed()
    {
        var form = await VisitAsync(World.SystemAdmin, $"/credits/requiredhoursedit?year={World.Year - 1}&level=intermediate");
        var confirm = await form.SubmitAsync("form.card button", ("Form.PublicHours", "20"));

        var refused = await confirm.SubmitAsync("form.card button.btn:not(.plain)");
        var told = await (await refused.SubmitAsync("form.card button.btn:not(.plain)", ("Form.ConfirmPastYear", "true"))).FollowAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(["这是以前的年度，请核对受影响的人数后确认修改"], refused.Errors);
        Assert.NotNull(refused.Document.QuerySelector(".bad [name='Form.ConfirmPastYear']"));
        Assert.Contains("已保存", told.Text);
        Assert.Equal(20, await RequiredAsync(World.Year - 1));
    }

    [Fact]
    public async Task New_Hours_KeepTheAnswersWhenRefused()
    {
        var form = await VisitAsync(World.SystemAdmin, "/credits/requiredhoursedit");
        var year = World.Year + 2;

        var unread = await form.SubmitAsync("form.card button", ("Form.PublicHours", "三十"));
        var refused = await form.SubmitAsync("form.card button", ("Form.Year", $"{year}"), ("Form.TitleLevel", "intermediate"), ("Form.PublicHours", "30.2"), ("Form.ProfessionalHours", "60"));
        var confirm = await refused.SubmitAsync("form.card button", ("Form.PublicHours", "33"));
        var told = await (await confirm.SubmitAsync("form.card button.btn:not(.plain)")).FollowAsync();

        Assert.Equal(3, unread.Errors.Count);
        Assert.Equal(["公需课学时应为 0.5 的整倍数"], refused.Errors);
        Assert.Equal("30.2", refused.ValueOf("Form.PublicHours"));
        Assert.Contains("没有人的“是否合格”会改变", confirm.Text);
        Assert.Contains("33", told.Text);
        Assert.Equal(33, await RequiredAsync(year));
    }

    [Fact]
    public async Task Hours_ThatDoNotExist_AreNotFound() =>
        Assert.Equal(HttpStatusCode.NotFound, (await VisitAsync(World.SystemAdmin, "/credits/requiredhoursedit?year=1990&level=intermediate")).Status);

    private async Task<decimal> RequiredAsync(int year) =>
        await World.ReadAsync(db => db.RequiredHours.Where(r => r.Year == year && r.TitleLevel == "intermediate").Select(r => r.PublicHours).SingleAsync());
}
