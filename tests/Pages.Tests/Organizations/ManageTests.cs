using System.Net;
using HnCe.Domain.Access;
using HnCe.Domain.Organizations;
using HnCe.Graph.Server;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Pages.Tests.Organizations;

/// <summary>管理人社部门, 管理行业主管, 管理法人单位, 管理施教机构.</summary>
public sealed class ManageTests : WorldFixture
{
    public static TheoryData<UserType> Others => RolesWithout(Permission.ManageOrganizations);

    [Theory]
    [InlineData("bureaus", "中原", "中原区人力资源")]
    [InlineData("departments", "教育", "郑州市教育局")]
    [InlineData("employers", "第一中学", "郑州市第一中学")]
    [InlineData("institutions", "继续教育", "郑州市继续教育中心")]
    [Trait("Spec", "BUR-09")]
    [Trait("Spec", "BUR-10")]
    [Trait("Spec", "BUR-11")]
    [Trait("Spec", "BUR-12")]
    [Trait("Spec", "PRO-06")]
    [Trait("Spec", "PRO-07")]
    [Trait("Spec", "PRO-08")]
    [Trait("Spec", "PRO-09")]
    public async Task Category_OfCityAndProvince_FindsByPartOfTheName(string category, string part, string name)
    {
        foreach (var bureau in new[] { World.Zhengzhou, World.Province })
        {
            var list = await VisitAsync(World.As(bureau), $"/organizations/manage/{category}");
            var found = await list.SubmitAsync("form.filter button", ("name", part));
            var none = await list.SubmitAsync("form.filter button", ("name", "无此单位"));

            Assert.StartsWith(name, Assert.Single(NamesOf(found)));
            Assert.Contains("没有符合条件的机构", none.Text);
            Assert.Equal($"/organizations/manage/{category}", list.Document.QuerySelector(".menu [aria-current=page]")!.GetAttribute("href"), ignoreCase: true);
        }
    }

    [Fact]
    [Trait("Spec", "S-MAN-03")]
    public async Task Employers_EveryFilter_IsASelectAndNarrows()
    {
        await World.DescribeAsync(World.School, new() { Nature = "21", Level = "121", Affiliation = "40" });
        var list = await VisitAsync(World.As(World.Zhengzhou), "/organizations/manage/employers");

        foreach (var (field, value) in new[] { ("nature", "21"), ("level", "121"), ("affiliation", "40") })
        {
            Assert.Equal([World.School.Name], NamesOf(await list.SubmitAsync("form.filter button", (field, value))));
        }

        Assert.Equal(3, NamesOf(list).Count());
        Assert.Contains("教育事业单位", list.Text);
    }

    [Fact]
    [Trait("Spec", "S-MAN-04")]
    public async Task Institutions_EveryFilter_IsASelectAndNarrows()
    {
        await World.DescribeAsync(World.Institution, new() { Industry = "A01", InstitutionLevel = "30" });
        var list = await VisitAsync(World.As(World.Zhengzhou), "/organizations/manage/institutions");

        foreach (var (field, value) in new[] { ("industry", "A01"), ("level", "30") })
        {
            Assert.Equal([World.Institution.Name], NamesOf(await list.SubmitAsync("form.filter button", (field, value))));
        }

        Assert.Contains("没有符合条件的机构", (await list.SubmitAsync("form.filter button", ("level", "10"))).Text);
    }

    [Fact]
    [Trait("Spec", "BUR-11")]
    [Trait("Spec", "PRO-08")]
    public async Task EmployerAdministrators_OneThenAll_AreDisabledAndEnabled()
    {
        var second = await World.AppointAsync(World.School);
        var list = await VisitAsync(World.As(World.Zhengzhou), "/organizations/manage/employers");
        var people = await list.GoAsync(LinkOf(list, World.School.Name, "管理员信息"));

        var one = await (await (await people.GoAsync(LinkOf(people, second.Person!.Name, "禁用"))).SubmitAsync("form.card button", ("reason", "核查"))).FollowAsync();
        var all = await (await (await one.SubmitAsync("button[value=DISABLE]")).SubmitAsync("form.card button", ("reason", "核查"))).FollowAsync();
        var enabled = await (await (await all.SubmitAsync("button[value=ENABLE]")).SubmitAsync("form.card button")).FollowAsync();

        Assert.Contains("全部禁用", people.Text);
        Assert.DoesNotContain("移除权限", people.Document.QuerySelector("main")!.TextContent);
        Assert.Contains("已禁用 1 个帐号", Told(one));
        Assert.Contains("已禁用 1 个帐号", Told(all));
        Assert.Null(all.Document.QuerySelector("button[value=DISABLE]"));
        Assert.Contains("已启用 2 个帐号", Told(enabled));
        Assert.Equal("管理法人单位", people.Document.QuerySelector(".menu [aria-current]")!.TextContent.Trim());
    }

    [Fact]
    [Trait("Spec", "BUR-12")]
    [Trait("Spec", "PRO-09")]
    public async Task InstitutionAdministrator_IsDisabledByTheProvince()
    {
        var people = await VisitAsync(World.As(World.Province), $"/organizations/manageadministrators/{IdOf(World.Institution)}");

        var told = await (await (await people.SubmitAsync("button[value=DISABLE]")).SubmitAsync("form.card button", ("reason", "核查"))).FollowAsync();

        Assert.Contains("已禁用 1 个帐号", Told(told));
    }

    [Fact]
    [Trait("Spec", "BUR-09")]
    [Trait("Spec", "BUR-10")]
    [Trait("Spec", "PRO-06")]
    [Trait("Spec", "PRO-07")]
    [Trait("Spec", "S-MAN-01")]
    [Trait("Spec", "S-MAN-02")]
    [Trait("Spec", "EMP-12")]
    public async Task BureauAdministrators_LoseTheirRights_ButNotTheLast()
    {
        foreach (var (bureau, target) in new (HrBureau, Organization)[] { (World.Zhengzhou, World.Zhongyuan), (World.Zhengzhou, World.Education), (World.Province, World.Luoyang), (World.Province, World.Health) })
        {
            var second = await World.AppointAsync(target);
            var people = await VisitAsync(World.As(bureau), $"/organizations/manageadministrators/{IdOf(target)}");

            var told = await (await (await people.GoAsync(LinkOf(people, second.Person!.Name, "移除权限"))).SubmitAsync("form.card button", ("reason", "调离"))).FollowAsync();
            var last = await (await (await told.GoAsync(LinkOf(told, World.As(target).Person!.Name, "移除权限"))).SubmitAsync("form.card button", ("reason", "调离"))).FollowAsync();

            Assert.Contains("已移除 1 人的管理权限", Told(told));
            Assert.Contains($"{World.As(target).Person!.Name}：不能移除单位最后的管理员，请先新增另一名管理员", last.Text);
            Assert.Empty(people.Document.QuerySelectorAll("main button[value=DISABLE]"));
        }
    }

    [Fact]
    [Trait("Spec", "BUR-11")]
    [Trait("Spec", "PRO-08")]
    public async Task Detail_Always_ShowsDataNumbersAndScan()
    {
        await World.DescribeAsync(World.School, new() { Nature = "21", Address = "建设路 1 号", Contact = "王老师", Phone = "0371-65900000", ProfessionalCount = 120 });
        await World.ProfessionalsAsync(World.School, 2);
        await World.Program.WriteAsync(async (work, _) =>
        {
            var scan = await work.Db.Attachments.SingleAsync(a => a.Id == World.As(World.School).FileId);
            var school = await work.Db.Organizations.SingleAsync(o => o.Id == World.School.Id);
            school.AwaitReview(scan);
            school.Reactivate();
            return 1;
        });

        var detail = await VisitAsync(World.As(World.Zhengzhou), $"/organizations/managedetail/{IdOf(World.School)}");

        Assert.All(new[] { "郑州市第一中学", "教育事业单位", "建设路 1 号", "王老师", "0371-65900000", "120 人", "2 人", "郑州市教育局" }, words => Assert.Contains(words, detail.Text));
        Assert.Equal($"/files/{World.As(World.School).File}?show=true", detail.Document.QuerySelector(".proof-img img")!.GetAttribute("src"));
        Assert.Equal("管理法人单位", detail.Document.QuerySelector(".menu [aria-current]")!.TextContent.Trim());
    }

    [Fact]
    [Trait("Spec", "BUR-16")]
    public async Task Pages_OutOfTheArea_AreNotFound()
    {
        var browser = await World.SignInAsync(World.As(World.Zhengzhou));

        foreach (var organization in new Organization[] { World.CityHospital, World.Luoyang, World.Zhengzhou, World.Province })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await Shown.OpenAsync(browser, $"/organizations/managedetail/{IdOf(organization)}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await Shown.OpenAsync(browser, $"/organizations/manageadministrators/{IdOf(organization)}")).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await Shown.OpenAsync(browser, "/organizations/manage/schools")).Status);
    }

    [Theory]
    [MemberData(nameof(Others))]
    [Trait("Spec", "BUR-09")]
    [Trait("Spec", "PRO-06")]
    public async Task Pages_OtherRoles_AreClosed(UserType role)
    {
        var browser = await World.SignInAsync(await SomebodyAsync(role));

        foreach (var address in new[] { "manage/bureaus", "manage/departments", "manage/employers", "manage/institutions", "manageadministrators/x", "managedetail/x" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await Shown.OpenAsync(browser, $"/organizations/{address}")).Status);
        }
    }

    private static string Told(Shown page) => page.Document.QuerySelector("[role=status]")!.TextContent;

    private static IEnumerable<string> NamesOf(Shown page) => page.Document.QuerySelectorAll("tbody th").Select(cell => cell.FirstChild!.TextContent.Trim());

    private static string LinkOf(Shown page, string name, string words) => page.Document.QuerySelectorAll("tbody tr")
        .Single(row => row.QuerySelector("th")!.TextContent.Contains(name, StringComparison.Ordinal))
        .QuerySelectorAll("td.act a").Single(link => link.TextContent.StartsWith(words, StringComparison.Ordinal)).GetAttribute("href")!;

    private static string IdOf(Organization organization) => GlobalId.Encode("OrganizationDetails", organization.Id);
}
