using System.Net;
using HnCe.Domain.Accounts;
using HnCe.Graph.Server;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Pages.Tests.Accounts;

[Trait("Spec", "IND-01")]
public sealed class RegisterTests : WorldFixture
{
    [Fact]
    [Trait("Spec", "IND-09")]
    [Trait("Spec", "MSG-01")]
    public async Task Register_FilledIn_WaitsForTheEmployer()
    {
        var person = World.Stranger();

        var sent = await RegisterAsync(person);
        var done = await sent.FollowAsync();

        Assert.Equal("/accounts/registered", sent.Location);
        Assert.Contains("您已完成专技人员注册，请耐心等待所属单位审批", done.Text);
        var registration = await World.ReadAsync(db => db.Registrations.Include(r => r.Account).SingleAsync(r => r.Account.Name == person.Name));
        Assert.Equal(RegistrationStatus.Pending, registration.Status);
        Assert.Equal(World.School.Id, registration.ReviewerId);
        Assert.Equal(AccountState.Pending, registration.Account.State);
    }

    [Fact]
    [Trait("Spec", "GEN-08")]
    public async Task Register_NothingFilledIn_SaysWhatIsMissingAtEachField()
    {
        var refused = await (await VisitAsync("/register")).SubmitAsync(".actions button");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("身份证号码不正确", refused.Errors);
        Assert.Contains("请选择所属法人单位", refused.Errors);
        Assert.Contains("请选择职称级别", refused.Errors);
        foreach (var name in new[] { "idNumber", "password", "mobile", "mail", "employer", "name", "titleLevel" })
        {
            var field = refused.Document.QuerySelector($"[name={name}]")!.Closest(".field")!;
            Assert.True(field.ClassList.Contains("bad"), name);
            Assert.NotNull(field.QuerySelector(".star"));
        }

        Assert.Equal(refused.Errors.Count, refused.Document.QuerySelectorAll(".errors li a[href^='#']").Length);
    }

    [Theory]
    [InlineData("idNumber", "410105199003077820", "身份证号码不正确", "IND-07")]
    [InlineData("mobile", "1380000", "手机号码不正确，应为 11 位数字", "IND-01")]
    [InlineData("mail", "nobody", "电子邮箱不正确，审核结果会发到这个邮箱", "IND-01")]
    [InlineData("password", "short", "密码须为 8 至 32 个字符", "ACC-02")]
    [InlineData("passwordAgain", "Other-2026x", "两次录入的密码不一致", "IND-01")]
    [InlineData("consent", null, "请阅读并同意个人信息处理告知", "IND-08")]
    [InlineData("titleSince", "2999-01-01", "职称取得时间不能晚于今天，也不能早于 1940 年", "IND-06")]
    [InlineData("graduatedOn", "yesterday", "录入的内容不正确", "IND-06")]
    public async Task Register_OneAnswerWrong_SaysSoAndKeepsTheRest(string field, string? answer, string message, string spec)
    {
        Assert.NotEmpty(spec);
        var person = World.Stranger();

        var both = field == "password" ? new[] { (field, answer), ("passwordAgain", answer) } : [(field, answer)];
        var refused = await RegisterAsync(person, both);

        Assert.Contains(message, refused.Errors);
        Assert.Equal(person.Name, refused.ValueOf("name"));
        Assert.Equal("", refused.ValueOf("password"));
        Assert.StartsWith(World.School.Name, refused.ValueOf("employerText"));
        Assert.Contains(message, refused.Document.QuerySelector($"[name={field}]")!.Closest(".field")!.TextContent);
    }

    [Fact]
    [Trait("Spec", "IND-11")]
    public async Task Register_SameNumberTwice_IsRefused()
    {
        var person = World.Stranger();
        await World.RegistrationAsync(World.Hospital, person);

        Assert.Equal(["该身份证号码已注册"], (await RegisterAsync(person)).Errors);
    }

    [Fact]
    [Trait("Spec", "IND-08")]
    public async Task Register_Agreed_RecordsTheVersionOfTheNotice()
    {
        await RegisterAsync(World.Stranger());

        var notice = await VisitAsync("/accounts/notice");

        Assert.Contains(PersonalDataNotice.Version, notice.Text);
        Assert.True(await World.ReadAsync(db => db.AuditEntries.AnyAsync(entry => entry.Subject == "PersonalDataNotice" && entry.Detail.Contains(PersonalDataNotice.Version))));
    }

    [Fact]
    [Trait("Spec", "PIC-03")]
    public async Task Pick_DepartmentWithoutEmployer_AsksForTheEmployerFirst()
    {
        var refused = await (await VisitAsync("/register")).SubmitAsync("button[value=department]", ("name", "王芳"));

        Assert.Equal(["请先选择所属法人单位"], refused.Errors);
        Assert.Equal("王芳", refused.ValueOf("name"));
    }

    [Fact]
    [Trait("Spec", "PIC-01")]
    public async Task Pick_WithoutScript_ComesBackWithAllAnswersButThePassword()
    {
        var form = await VisitAsync("/register");
        var picker = await (await form.SubmitAsync("button[value=employer]", ("name", "王芳"), ("password", MadeUpPerson.Password))).FollowAsync();

        var back = await picker.SubmitAsync($"button[data-text^='{World.School.Name}']");

        Assert.Equal("王芳", back.ValueOf("name"));
        Assert.Equal("", back.ValueOf("password"));
        Assert.StartsWith(World.School.Name + "（", back.ValueOf("employerText"));
        Assert.Equal("", (await back.GoAsync("/register")).ValueOf("name"));
    }

    [Fact]
    [Trait("Spec", "PIC-04")]
    public async Task PickEmployer_City_ShowsItsCountiesToo()
    {
        var city = await VisitAsync("/organizations/pickemployer?city=410100");
        var county = await VisitAsync("/organizations/pickemployer?city=410100&county=410184");

        Assert.Contains(World.School.Name, city.Text);
        Assert.Contains(World.CountySchool.Name, city.Text);
        Assert.DoesNotContain(World.CityHospital.Name, city.Text);
        Assert.Contains("郑州市新郑市", county.Text);
        Assert.DoesNotContain(World.School.Name, county.Text);
    }

    private async Task<Shown> RegisterAsync(MadeUpPerson person, params (string Name, string? Value)[] other)
    {
        (string Name, string? Value)[] usual =
        [
            ("idNumber", person.IdNumber), ("password", MadeUpPerson.Password), ("passwordAgain", MadeUpPerson.Password), ("mobile", person.Mobile),
            ("mail", person.Mail), ("name", person.Name), ("employer", GlobalId.Encode("Employer", World.School.Id)), ("titleLevel", "intermediate"), ("consent", "true"),
        ];
        return await (await VisitAsync("/register")).SubmitAsync(".actions button", [.. usual.ExceptBy(other.Select(one => one.Name), one => one.Name), .. other]);
    }
}
