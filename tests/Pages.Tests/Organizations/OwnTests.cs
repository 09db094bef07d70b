using System.Net;
using HnCe.Domain.Access;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Pages.Tests.Organizations;

/// <summary>单位信息管理, 施教机构信息维护, 单位信息查看.</summary>
public sealed class OwnTests : WorldFixture
{
    [Fact]
    [Trait("Spec", "EMP-08")]
    [Trait("Spec", "EMP-09")]
    public async Task Employer_Saved_KeepsCodeAndReviewer()
    {
        var page = await VisitAsync(World.As(World.School), "/organizations/own");

        var told = await (await page.SubmitAsync("form.card button",
            ("name", "郑州市第一高级中学"), ("address", "建设路 1 号"), ("contact", "赵主任"), ("phone", "0371-65900000"), ("mail", "office@wr.example"), ("nature", "21"),
            ("professionalCount", "120"), ("code", "WR0000044"), ("supervisor", "x"), ("regionCode", "410300"))).FollowAsync();

        Assert.Contains("单位信息管理", page.Document.Title);
        Assert.Contains(World.School.OrgCode!, page.Text);
        Assert.DoesNotContain("name=\"code\"", page.Document.DocumentElement.OuterHtml);
        Assert.Contains("单位信息已保存", told.Document.QuerySelector("[role=status]")!.TextContent);
        Assert.Equal(("郑州市第一高级中学", "21", "120"), (told.ValueOf("name"), told.ValueOf("nature"), told.ValueOf("professionalCount")));
        var now = await World.ReadAsync(db => db.Employers.SingleAsync(e => e.Id == World.School.Id));
        Assert.Equal((World.School.OrgCode, World.School.SupervisorId, World.School.RegionCode), (now.OrgCode, now.SupervisorId, now.RegionCode));
    }

    [Fact]
    [Trait("Spec", "EMP-08")]
    public async Task Employer_WithWrongAnswers_SaysWhereAndKeepsThem()
    {
        var page = await VisitAsync(World.As(World.School), "/organizations/own");

        var refused = await page.SubmitAsync("form.card button", ("phone", "12"), ("postalCode", "45"), ("address", "建设路"));
        var word = await page.SubmitAsync("form.card button", ("professionalCount", "很多"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(["contact", "mail", "nature", "phone", "postalCode"], refused.Document.QuerySelectorAll(".bad [name]").Select(field => field.GetAttribute("name")!).Order());
        Assert.Equal(("12", "建设路"), (refused.ValueOf("phone"), refused.ValueOf("address")));
        Assert.NotNull(word.Document.QuerySelector(".bad [name=professionalCount]"));
        Assert.Equal("很多", word.ValueOf("professionalCount"));
    }

    [Fact]
    [Trait("Spec", "INS-07")]
    public async Task Institution_Saved_HasItsLevel()
    {
        var page = await VisitAsync(World.As(World.Institution), "/organizations/own");

        var told = await (await page.SubmitAsync("form.card button",
            ("address", "建设路 1 号"), ("contact", "赵主任"), ("phone", "13800000000"), ("mail", "office@wr.example"), ("institutionLevel", "30"))).FollowAsync();

        Assert.Contains("施教机构信息维护", page.Document.Title);
        Assert.Null(page.Document.QuerySelector("[name=nature]"));
        Assert.Equal("30", told.ValueOf("institutionLevel"));
    }

    [Fact]
    [Trait("Spec", "DEP-05")]
    public async Task Department_ReadsOnly()
    {
        var page = await VisitAsync(World.As(World.Education), "/organizations/own");

        Assert.Contains("单位信息查看", page.Document.Title);
        Assert.Contains(World.Education.OrgCode!, page.Text);
        Assert.Null(page.Document.QuerySelector("main form"));
    }

    [Theory]
    [InlineData(UserType.Individual)]
    [InlineData(UserType.LocalBureau)]
    [InlineData(UserType.ProvincialDepartment)]
    [InlineData(UserType.SystemAdmin)]
    [Trait("Spec", "EMP-08")]
    public async Task Page_OtherRoles_IsClosed(UserType role) =>
        Assert.Equal(HttpStatusCode.Forbidden, (await VisitAsync(await SomebodyAsync(role), "/organizations/own")).Status);
}
