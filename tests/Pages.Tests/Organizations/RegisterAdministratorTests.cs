using System.Net;
using HnCe.Domain.Accounts;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Pages.Tests.Organizations;

/// <summary>市、区（县）人社局注册 and 行业主管部门管理员注册, without JavaScript, and the home page that leads there.</summary>
public sealed class RegisterAdministratorTests : WorldFixture
{
    [Fact]
    [Trait("Spec", "GEN-01")]
    [Trait("Spec", "GEN-02")]
    [Trait("Spec", "S-PUB-01")]
    public async Task Home_LeadsToFiveRegistrations_EachSaysWhoReviews()
    {
        var home = await VisitAsync("/");
        var links = home.Document.QuerySelectorAll(".types a").ToList();

        Assert.Equal(["个人用户注册", "单位注册", "施教机构注册", "市、区（县）人社局注册", "行业主管部门管理员注册"], links.Select(link => link.QuerySelector("b")!.TextContent.Trim()));
        Assert.All(links, link => Assert.Contains("审核", link.TextContent));
        foreach (var link in links)
        {
            Assert.Equal(HttpStatusCode.OK, (await home.GoAsync(link.GetAttribute("href")!)).Status);
        }
    }

    [Fact]
    [Trait("Spec", "BUR-01")]
    [Trait("Spec", "BUR-03")]
    [Trait("Spec", "MSG-04")]
    [Trait("Spec", "S-PUB-05")]
    public async Task Bureau_PickedByName_WaitsForTheBureauAbove()
    {
        var person = World.Stranger("诸葛明远");
        var form = await VisitAsync("/register/bureau");
        var picker = await (await form.SubmitAsync("button[value=bureau]", ("applicant.name", person.Name), ("applicant.password", MadeUpPerson.Password))).FollowAsync();
        var found = await picker.SubmitAsync("form.filter button", ("q", "新郑"));

        var back = await found.SubmitAsync("button[name=pick]");

        Assert.Equal(World.Xinzheng.Name, Assert.Single(found.Document.QuerySelectorAll("tbody th")).TextContent);
        Assert.Equal(World.Xinzheng.Name, back.ValueOf("bureauText"));
        Assert.Equal(person.Name, back.ValueOf("applicant.name"));
        Assert.Equal("", back.ValueOf("applicant.password"));
        var done = await back.SubmitAsync(".actions button", Applicant(person));
        Assert.Equal("/accounts/registered?kind=bureau", done.Location);
        var told = await done.FollowAsync();
        Assert.Contains("您已完成人社管理员注册，请耐心等待所属人社部门审批", told.Text);
        Assert.Contains("上级人社部门管理员审核", told.Text);
        Assert.Equal(World.Zhengzhou.Id, await World.ReadAsync(db => db.Registrations.Where(r => r.Account.Name == person.Name).Select(r => r.ReviewerId).SingleAsync()));
    }

    [Fact]
    [Trait("Spec", "BUR-01")]
    public async Task Bureau_NothingFilledIn_SaysWhatIsMissing()
    {
        var refused = await (await VisitAsync("/register/bureau")).SubmitAsync(".actions button");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        foreach (var name in new[] { "bureau", "applicant.idNumber", "applicant.name", "applicant.mobile", "applicant.mail", "applicant.password", "applicant.consent" })
        {
            Assert.True(refused.Document.QuerySelector($"[name='{name}']")!.Closest(".field")!.ClassList.Contains("bad"), name);
        }

        Assert.Contains("请选择市、区（县）人社局", refused.Errors);
        Assert.Equal(refused.Errors.Count, refused.Document.QuerySelectorAll(".errors li a[href^='#']").Length);
    }

    [Fact]
    [Trait("Spec", "DEP-01")]
    [Trait("Spec", "DEP-02")]
    [Trait("Spec", "MSG-05")]
    [Trait("Spec", "S-PUB-06")]
    [Trait("Spec", "PIC-02")]
    public async Task Department_RegionThenBureau_WaitsForTheBureau()
    {
        var person = World.Stranger("上官若云");
        var form = await VisitAsync("/register/department");
        var early = await form.SubmitAsync("button[value='department.bureau']", ("department.name", "新郑市水利局"));
        var regions = await (await early.SubmitAsync("button[value='department.regionCode']")).FollowAsync();
        var region = await (await regions.SubmitAsync("form.filter button", ("q", "新郑"))).SubmitAsync("button[name=pick]");
        var bureaus = await (await region.SubmitAsync("button[value='department.bureau']")).FollowAsync();

        var chosen = await bureaus.SubmitAsync($"button[data-text='{World.Xinzheng.Name}']");

        Assert.Equal(["请先选择所属区域"], early.Errors);
        Assert.Equal([World.Province.Name, World.Zhengzhou.Name, World.Xinzheng.Name], bureaus.Document.QuerySelectorAll("tbody th").Select(cell => cell.TextContent));
        Assert.Equal(("郑州市新郑市", World.Xinzheng.Name, "新郑市水利局"), (chosen.ValueOf("department.regionCodeText"), chosen.ValueOf("department.bureauText"), chosen.ValueOf("department.name")));
        var done = await chosen.SubmitAsync(".actions button", [.. Applicant(person), ("department.code", World.FreshCode())]);
        Assert.Contains("您已完成行业主管注册，请耐心等待所属人社部门审批", (await done.FollowAsync()).Text);
        var found = await World.ReadAsync(db => db.Registrations.Include(r => r.Account).SingleAsync(r => r.Account.Name == person.Name));
        Assert.Equal((RegistrationKind.IndustryDepartment, World.Xinzheng.Id), (found.Kind, found.ReviewerId));
    }

    [Fact]
    [Trait("Spec", "DEP-01")]
    [Trait("Spec", "MSG-15")]
    public async Task Department_NamesOfUnitAndPerson_AreRefusedEachAtItsField()
    {
        var form = await VisitAsync("/register/department");

        var refused = await form.SubmitAsync(".actions button", [.. Applicant(World.Stranger("")), ("department.name", "郑州市水利局"), ("department.code", "1")]);

        Assert.Contains("组织机构代码不正确", Field(refused, "department.code"));
        Assert.Contains("请选择同级人社部门", Field(refused, "department.bureau"));
        Assert.Contains("请填写真实姓名", Field(refused, "applicant.name"));
        Assert.DoesNotContain("请填写真实姓名", Field(refused, "department.name"));
    }

    private static string Field(Shown page, string name) => page.Document.QuerySelector($"[name='{name}']")!.Closest(".field")!.TextContent;

    private static (string, string?)[] Applicant(MadeUpPerson person) =>
    [
        ("applicant.idNumber", person.IdNumber), ("applicant.name", person.Name), ("applicant.mobile", person.Mobile), ("applicant.mail", person.Mail),
        ("applicant.password", MadeUpPerson.Password), ("applicant.passwordAgain", MadeUpPerson.Password), ("applicant.consent", "true"),
    ];
}
