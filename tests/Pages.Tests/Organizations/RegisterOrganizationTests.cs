using System.Net;
using HnCe.Domain.Accounts;
using HnCe.Domain.Organizations;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Pages.Tests.Organizations;

/// <summary>单位注册 and 施教机构注册, without JavaScript.</summary>
public sealed partial class RegisterOrganizationTests : WorldFixture
{
    [Fact]
    [Trait("Spec", "EMP-01")]
    [Trait("Spec", "EMP-02")]
    [Trait("Spec", "EMP-04")]
    [Trait("Spec", "EMP-05")]
    [Trait("Spec", "MSG-02")]
    [Trait("Spec", "S-PUB-03")]
    [Trait("Spec", "S-PUB-07")]
    public async Task Employer_StepByStepWithPickers_WaitsForTheBureau()
    {
        var (person, code) = (World.Stranger("欧阳晓岚"), World.FreshCode());
        var data = await AccountStepAsync("/register/employer", code);
        var check = await (await data.SubmitAsync(Next, Applicant(person))).FollowAsync();

        Assert.Equal("核对并注册", check.Document.QuerySelector(".steps [aria-current]")!.TextContent);
        foreach (var answer in new[] { code, "证.png", "郑州市测绘院", "郑州市新郑市", World.Xinzheng.Name, "教育事业单位", "张三", "0371-65900000", "120 人", person.IdNumber, person.Mail })
        {
            Assert.Contains(answer, check.Text);
        }

        var done = await check.SubmitAsync(Next, Secrets());
        Assert.Equal("/accounts/registered?kind=employer", done.Location);
        var told = await done.FollowAsync();
        Assert.Contains("您已完成单位注册，请耐心等待所属人社部门审批", told.Text);
        Assert.Contains("同级人社部门管理员审核", told.Text);
        var found = await World.ReadAsync(db => db.Registrations.Include(r => r.Account).ThenInclude(a => a.Organization).SingleAsync(r => r.Account.Name == person.Name));
        Assert.Equal((RegistrationKind.Employer, World.Xinzheng.Id, AccountState.Pending), (found.Kind, found.ReviewerId, found.Account.State));
        Assert.Equal((code, OrganizationState.Pending, 120), (found.Account.Organization!.OrgCode, found.Account.Organization.State, found.Account.Organization.Data.ProfessionalCount));
        Assert.NotNull(found.Account.Organization.CertificateScanId);
    }

    [Fact]
    [Trait("Spec", "INS-01")]
    [Trait("Spec", "INS-02")]
    [Trait("Spec", "INS-03")]
    [Trait("Spec", "INS-04")]
    [Trait("Spec", "MSG-03")]
    [Trait("Spec", "S-PUB-04")]
    public async Task Institution_StepByStepWithPickers_WaitsForTheBureau()
    {
        var person = World.Stranger("司马云飞");
        var account = await AccountStepAsync("/register/institution", World.FreshCode(), "institutionLevel");
        var check = await (await account.SubmitAsync(Next, Applicant(person))).FollowAsync();

        var done = await check.SubmitAsync(Next, Secrets());

        Assert.Contains("您已完成施教机构注册，请耐心等待所属人社部门审批", (await done.FollowAsync()).Text);
        var found = await World.ReadAsync(db => db.Registrations.Include(r => r.Account).ThenInclude(a => a.Organization).SingleAsync(r => r.Account.Name == person.Name));
        Assert.Equal((RegistrationKind.Institution, World.Xinzheng.Id), (found.Kind, found.ReviewerId));
        Assert.NotNull(found.Account.Organization!.Data.InstitutionLevel);
    }

    [Fact]
    [Trait("Spec", "MSG-15")]
    [Trait("Spec", "MSG-14")]
    [Trait("Spec", "EMP-01")]
    public async Task FirstStep_WrongOrTakenCodeOrNoScan_SaysSoThere()
    {
        var first = await VisitAsync("/register/employer");

        var nothing = await first.SubmitAsync(Next);
        var taken = await nothing.UploadAsync(Next, "organization.scan", "证.png", Proof.Png, ("organization.code", World.School.OrgCode));
        var zip = await taken.UploadAsync(Next, "organization.scan", "证.exe", "MZ程序"u8.ToArray(), ("organization.code", World.FreshCode()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.Status);
        Assert.Equal(["组织机构代码不正确", "请上传组织机构代码证扫描件；上传后超过两小时的须重新上传"], nothing.Errors);
        Assert.Equal(["该组织机构代码已注册"], taken.Errors);
        Assert.Equal(World.School.OrgCode, taken.ValueOf("organization.code"));
        Assert.Contains("证.png", taken.Document.QuerySelector(".taken")!.TextContent);
        Assert.Equal(["只能上传 jpg、png 或 pdf 文件。"], zip.Errors);
    }

    [Fact]
    [Trait("Spec", "EMP-03")]
    [Trait("Spec", "GEN-08")]
    public async Task SecondStep_NothingFilledIn_MarksEveryRequiredField()
    {
        var second = await DataStepAsync("/register/employer", World.FreshCode());

        var refused = await second.SubmitAsync(Next);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        foreach (var name in new[] { "name", "regionCode", "supervisor", "industry", "nature", "affiliation", "level", "address", "legalRepresentative", "contact", "phone", "mail" })
        {
            var field = refused.Document.QuerySelector($"[name='organization.{name}']")!.Closest(".field")!;
            Assert.True(field.ClassList.Contains("bad"), name);
            Assert.NotNull(field.QuerySelector(".star"));
        }

        Assert.Equal(12, refused.Errors.Count);
    }

    [Fact]
    [Trait("Spec", "EMP-03")]
    public async Task SecondStep_NumberThatIsNone_IsRefusedAtItsField()
    {
        var account = await AccountStepAsync("/register/employer", World.FreshCode());
        var data = await (await account.SubmitAsync(Back)).FollowAsync();

        var refused = await data.SubmitAsync(Next, ("organization.professionalCount", "很多"));

        Assert.Equal(["录入的内容不正确"], refused.Errors);
        Assert.True(refused.Document.QuerySelector("[name='organization.professionalCount']")!.Closest(".field")!.ClassList.Contains("bad"));
    }

    [Fact]
    [Trait("Spec", "EMP-04")]
    [Trait("Spec", "EML-03")]
    public async Task ThirdStep_WrongApplicant_SaysSoThere()
    {
        var account = await AccountStepAsync("/register/employer", World.FreshCode());

        var refused = await account.SubmitAsync(Next, ("applicant.idNumber", "1"), ("applicant.name", ""), ("applicant.mobile", ""), ("applicant.mail", ""));

        Assert.Equal(["身份证号码不正确", "请填写真实姓名（2 至 50 个字，不含数字和符号）", "手机号码不正确，应为 11 位数字", "电子邮箱不正确，审核结果会发到这个邮箱"], refused.Errors);
    }

    [Fact]
    [Trait("Spec", "PIC-02")]
    public async Task Region_Changed_ClearsTheBureau()
    {
        var account = await AccountStepAsync("/register/employer", World.FreshCode());
        var data = await (await account.SubmitAsync(Back)).FollowAsync();

        var other = await PickAsync(data, "organization.regionCode", "洛阳市洛龙区", "洛龙");

        Assert.Equal("洛阳市洛龙区", other.ValueOf("organization.regionCodeText"));
        Assert.Equal("", other.ValueOf("organization.supervisor"));
        Assert.Equal("郑州市测绘院", other.ValueOf("organization.name"));
    }

    [Fact]
    [Trait("Spec", "PIC-02")]
    public async Task Bureau_BeforeTheRegion_AsksForTheRegionFirst()
    {
        var data = await DataStepAsync("/register/employer", World.FreshCode());

        Assert.Equal(["请先选择所属区域"], (await data.SubmitAsync("button[value='organization.supervisor']")).Errors);
        Assert.Contains("请先选择所属区域", (await VisitAsync("/organizations/pickbureau?regionCode=&field=organization.supervisor")).Text);
    }
}
