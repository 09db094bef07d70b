using System.Net;
using HnCe.Domain.Access;
using HnCe.Domain.Declarations;
using HnCe.Domain.Organizations;
using HnCe.Graph.Server;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Pages.Tests.ReferenceData;

[Trait("Spec", "SYS-05")]
public sealed class BaseDataTests : WorldFixture
{
    public static TheoryData<UserType> Others => RolesWithout(Permission.KeepBaseData);

    [Fact]
    [Trait("Spec", "SYS-02")]
    public async Task Menu_OfTheSystemAdministrator_NamesAllOfIt()
    {
        var list = await VisitAsync(World.SystemAdmin, "/referencedata/bureaus");

        var menu = list.Document.QuerySelectorAll("nav.menu a").Select(entry => entry.TextContent.Trim()).ToList();
        Assert.Superset(new HashSet<string> { "管理行业主管部门", "管理人社局信息", "管理单位性质", "管理隶属关系", "管理年度完成继续教育学时", "审计日志" }, menu.ToHashSet());
    }

    [Fact]
    [Trait("Spec", "S-SYS-04")]
    [Trait("Spec", "BAS-02")]
    public async Task Bureaus_Filtered_StandInTheAddress()
    {
        var list = await VisitAsync(World.SystemAdmin, "/referencedata/bureaus");

        var found = await list.SubmitAsync("form.filter button", ("name", "新郑"), ("region", "410100"), ("state", "ACTIVE"));
        var none = await list.SubmitAsync("form.filter button", ("name", "新郑"), ("region", "410300"));

        Assert.Equal(10, list.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(["新郑市人力资源和社会保障局"], found.Document.QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim()));
        Assert.Contains("区域：郑州市", found.Document.QuerySelector(".chips")!.TextContent);
        Assert.Contains("没有符合条件的人社局", none.Text);
    }

    [Fact]
    [Trait("Spec", "BAS-02")]
    [Trait("Spec", "BAS-06")]
    public async Task Bureau_Added_ComesBackWithItsErrorsFirst()
    {
        var form = await VisitAsync(World.SystemAdmin, "/referencedata/bureau");
        var parent = GlobalId.Encode("HrBureau", World.Zhengzhou.Id);

        var refused = await form.SubmitAsync("form.card button", ("Form.Name", "郑州航空港人力资源和社会保障局"), ("Form.Code", "12345678"), ("Form.RegionCode", "410173"), ("Form.Tier", "COUNTY"), ("Form.Parent", parent));
        var told = await (await refused.SubmitAsync("form.card button", ("Form.Code", CodeOf("HB410173")))).FollowAsync();
        var found = await told.GoAsync("/referencedata/bureaus?name=航空港");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(["组织机构代码不正确"], refused.Errors);
        Assert.NotNull(refused.Document.QuerySelector(".bad [name='Form.Code']"));
        Assert.Equal("郑州航空港人力资源和社会保障局", refused.ValueOf("Form.Name"));
        Assert.Contains("已新增", told.Document.QuerySelector("[role=status]")!.TextContent);
        Assert.Single(found.Document.QuerySelectorAll("tbody tr"));
    }

    [Fact]
    [Trait("Spec", "BAS-02")]
    [Trait("Spec", "Q4")]
    public async Task Bureau_Moved_SaysWhatFollowsBeforeItIsSaved()
    {
        await World.ProfessionalAsync(World.Factory);
        var id = GlobalId.Encode("HrBureau", World.Gongyi.Id);
        var form = await VisitAsync(World.SystemAdmin, $"/referencedata/bureau/{id}");

        var confirm = await form.SubmitAsync("form.card button", ("Form.Parent", GlobalId.Encode("HrBureau", World.Zhengzhou.Id)));
        var unsaved = await World.ReadAsync(db => db.HrBureaus.Where(b => b.Id == World.Gongyi.Id).Select(b => b.CityCode).SingleAsync());
        var back = await confirm.SubmitAsync("button.plain");
        var told = await (await (await back.SubmitAsync("form.card button")).SubmitAsync("form.card button.btn:not(.plain)")).FollowAsync();
        var history = await told.GoAsync($"/referencedata/bureau/{id}");

        Assert.Contains("1 个单位", confirm.Text);
        Assert.Contains("1 名专业技术人员随同变更管理范围", confirm.Text);
        Assert.Null(unsaved);
        Assert.Equal(GlobalId.Encode("HrBureau", World.Zhengzhou.Id), back.ValueOf("Form.Parent"));
        Assert.Contains("已保存", told.Text);
        Assert.Equal("410100", await World.ReadAsync(db => db.HrBureaus.Where(b => b.Id == World.Gongyi.Id).Select(b => b.CityCode).SingleAsync()));
        Assert.Contains("上级或同级人社部门：河南省人力资源和社会保障厅 → 郑州市人力资源和社会保障局", history.Text);
        Assert.Contains(World.SystemAdmin.Caller.Name, history.Document.QuerySelector("#history")!.ParentElement!.TextContent);
    }

    [Fact]
    [Trait("Spec", "BAS-07")]
    public async Task Bureau_RetiredAndBack_IsSaid()
    {
        var id = GlobalId.Encode("HrBureau", World.Luolong.Id);
        var page = await VisitAsync(World.SystemAdmin, $"/referencedata/bureau/{id}");

        var told = await (await page.SubmitAsync("#use button")).FollowAsync();
        var retired = await told.GoAsync($"/referencedata/bureau/{id}");
        var again = await (await retired.SubmitAsync("#use button")).FollowAsync();
        var pending = await told.GoAsync($"/referencedata/bureau/{GlobalId.Encode("HrBureau", World.Luanchuan.Id)}");
        var province = await told.GoAsync($"/referencedata/bureau/{GlobalId.Encode("HrBureau", World.Province.Id)}");

        Assert.Contains("1 名管理员不能再登录", page.Text);
        Assert.Contains("已停用“洛龙区人力资源和社会保障局”", told.Text);
        Assert.Contains("已启用“洛龙区人力资源和社会保障局”", again.Text);
        Assert.Contains("不能停用：还有 1 个所属单位或部门", pending.Text);
        Assert.Null(pending.Document.QuerySelector("#use button"));
        Assert.Null(province.Document.QuerySelector("#use"));
    }

    [Fact]
    [Trait("Spec", "BAS-07")]
    public async Task Retirement_PressedTooLate_IsRefusedWithTheNumbers()
    {
        var page = await VisitAsync(World.SystemAdmin, $"/referencedata/department/{GlobalId.Encode("IndustryDepartment", World.Education.Id)}");
        await World.DeclarationAsync(await World.ProfessionalAsync(World.School), DeclarationStatus.UnderReview, target: ForwardTarget.IndustryDepartment);

        var refused = await page.SubmitAsync("#use button");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(["不能停用：还有 1 条继续教育信息待审核。请先办理完毕，或改由其他部门负责"], refused.Errors);
        Assert.Equal("郑州市教育局", refused.ValueOf("Form.Name"));
    }

    [Fact]
    [Trait("Spec", "BAS-01")]
    [Trait("Spec", "PIC-02")]
    [Trait("Spec", "S-SYS-03")]
    public async Task Department_Added_OffersTheBureausOfItsRegion()
    {
        var form = await VisitAsync(World.SystemAdmin, "/referencedata/department");

        var chosen = await form.SubmitAsync("button.link", ("Form.Name", "新郑市教育局"), ("Form.Code", CodeOf("XZ000001")), ("Form.RegionCode", "410184"), ("Form.Industry", "P"));
        var offered = chosen.Document.QuerySelectorAll("[name='Form.Supervisor'] option").Select(option => option.TextContent.Trim()).ToList();
        var told = await (await chosen.SubmitAsync("form.card button.btn", ("Form.Supervisor", GlobalId.Encode("HrBureau", World.Xinzheng.Id)))).FollowAsync();
        var list = await told.GoAsync("/referencedata/departments?name=新郑&region=410100");

        Assert.Equal(["请选择", "新郑市人力资源和社会保障局", "郑州市人力资源和社会保障局", "河南省人力资源和社会保障厅"], offered);
        Assert.Contains("已新增“新郑市教育局”", told.Text);
        Assert.Contains("教育", Assert.Single(list.Document.QuerySelectorAll("tbody tr")).TextContent);
    }

    [Theory]
    [Trait("Spec", "BAS-03")]
    [Trait("Spec", "BAS-04")]
    [Trait("Spec", "S-SYS-05")]
    [InlineData("natures", "管理单位性质")]
    [InlineData("affiliations", "管理隶属关系")]
    public async Task Code_AddedChangedAndRetired_IsListed(string list, string title)
    {
        var empty = await VisitAsync(World.SystemAdmin, $"/referencedata/codeitem/{list}");

        var refused = await empty.SubmitAsync("form.card button", ("Form.Code", "77"), ("Form.Name", "农民合作社"), ("Form.Order", "第一"));
        var added = await (await refused.SubmitAsync("form.card button", ("Form.Order", "7"))).FollowAsync();
        var edit = await added.GoAsync($"/referencedata/codeitem/{list}/77");
        var changed = await (await edit.SubmitAsync("form.card button", ("Form.Name", "专业合作社"))).FollowAsync();
        var retired = await (await (await changed.GoAsync($"/referencedata/codeitem/{list}/77")).SubmitAsync("#use button")).FollowAsync();
        var again = await retired.GoAsync($"/referencedata/codeitem/{list}/77");

        Assert.Equal(["排序应为 0 至 9999 的整数"], refused.Errors);
        Assert.Equal(title, added.Document.QuerySelector("h1")!.TextContent);
        Assert.Contains("农民合作社", added.Text);
        Assert.Contains("现有 0 个单位选择了它", edit.Text);
        Assert.Contains("专业合作社", changed.Text);
        Assert.Contains("停用", retired.Document.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains("专业合作社", StringComparison.Ordinal)).QuerySelector(".state")!.TextContent);
        Assert.Contains("名称：农民合作社 → 专业合作社", again.Text);
    }

    [Fact]
    public async Task Pages_OfWhatDoesNotExist_AreNotFound()
    {
        var browser = await World.SignInAsync(World.SystemAdmin);

        foreach (var address in new[] { "bureau/x", $"bureau/{GlobalId.Encode("HrBureau", World.School.Id)}", "department/x", "codeitem/majors/01", "codeitem/natures/none" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await Shown.OpenAsync(browser, $"/referencedata/{address}")).Status);
        }
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Pages_OtherRoles_AreClosed(UserType role)
    {
        var browser = await World.SignInAsync(await SomebodyAsync(role));

        foreach (var page in new[] { "referencedata/bureaus", "referencedata/bureau", "referencedata/departments", "referencedata/department", "referencedata/natures", "referencedata/affiliations", "referencedata/codeitem/natures", "credits/requiredhours", "credits/requiredhoursedit", "audit" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await Shown.OpenAsync(browser, $"/{page}")).Status);
        }
    }

    private static string CodeOf(string eight) => "0123456789X".Select(check => $"{eight}{check}").First(code => OrganizationCode.TryParse(code, out _));
}
