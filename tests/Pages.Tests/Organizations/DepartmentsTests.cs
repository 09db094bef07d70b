using System.Net;
using HnCe.Domain.Access;
using HnCe.Testing;
using Xunit;

namespace HnCe.Pages.Tests.Organizations;

/// <summary>组织机构管理 without JavaScript.</summary>
[Trait("Spec", "EMP-13")]
public sealed class DepartmentsTests : WorldFixture
{
    public static TheoryData<UserType> Others => RolesWithout(Permission.ManageDepartments);

    [Fact]
    public async Task Tree_AddedMovedAndRetired_SaysWhatHappened()
    {
        var page = await VisitAsync(World.As(World.School), "/organizations/departments");

        var added = await (await page.SubmitAsync("form.card button", ("name", "总务处"), ("order", "0"))).FollowAsync();
        var form = await added.GoAsync(added.Document.QuerySelector("tbody tr:nth-child(2) .act a")!.GetAttribute("href")!);
        var parent = added.Document.QuerySelectorAll("[name=parent] option").Single(option => option.TextContent.Trim() == "总务处").GetAttribute("value");
        var moved = await (await form.SubmitAsync("form.card button", ("parent", parent))).FollowAsync();
        var retired = await (await moved.SubmitAsync("tbody tr:nth-child(3) .act button")).FollowAsync();

        Assert.Contains("已添加部门“总务处”", added.Document.QuerySelector("[role=status]")!.TextContent);
        Assert.Equal("业务一部", form.ValueOf("name"));
        Assert.Equal(["key branch-1", "key branch-2", "key branch-3"], moved.Document.QuerySelectorAll("tbody th").Select(cell => cell.ClassName));
        Assert.Contains("部门已停用", retired.Document.QuerySelector("[role=status]")!.TextContent);
        Assert.Contains("停用", retired.Document.QuerySelector("tbody tr:nth-child(3) .state")!.TextContent);
        Assert.Contains("启用", retired.Document.QuerySelector("tbody tr:nth-child(3) .act button")!.TextContent);
    }

    [Fact]
    public async Task Retire_WithPeopleInIt_SaysHowMany()
    {
        await World.ProfessionalsAsync(World.School, 2);
        var page = await VisitAsync(World.As(World.School), "/organizations/departments");

        var refused = await page.SubmitAsync("tbody tr:nth-child(1) .act button");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("该部门还有 2 名专业技术人员和 1 个下级部门，不能停用", refused.Text);
        Assert.Contains("2 人", refused.Document.QuerySelector("tbody tr:nth-child(1) .num")!.TextContent);
    }

    [Fact]
    public async Task Add_WithATakenNameOrNoNumber_KeepsTheAnswers()
    {
        var page = await VisitAsync(World.As(World.School), "/organizations/departments");

        var taken = await page.SubmitAsync("form.card button", ("name", "业务一部"), ("order", "3"));
        var word = await page.SubmitAsync("form.card button", ("name", "教务处"), ("order", "三"));

        Assert.NotNull(taken.Document.QuerySelector(".bad [name=name]"));
        Assert.Equal(("业务一部", "3"), (taken.ValueOf("name"), taken.ValueOf("order")));
        Assert.NotNull(word.Document.QuerySelector(".bad [name=order]"));
        Assert.Equal("三", word.ValueOf("order"));
    }

    [Fact]
    public async Task Change_OfAnUnknownDepartment_IsNotFound() =>
        Assert.Equal(HttpStatusCode.NotFound, (await VisitAsync(World.As(World.School), "/organizations/departments?department=x")).Status);

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Page_OtherRoles_IsClosed(UserType role) =>
        Assert.Equal(HttpStatusCode.Forbidden, (await VisitAsync(await SomebodyAsync(role), "/organizations/departments")).Status);
}
