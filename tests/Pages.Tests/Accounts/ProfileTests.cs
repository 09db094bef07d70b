using System.Net;
using System.Text.Json;
using HnCe.Domain.Access;
using HnCe.Domain.Declarations;
using HnCe.Graph.Server;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Pages.Tests.Accounts;

[Trait("Spec", "S-IND-02")]
public sealed class ProfileTests : WorldFixture
{
    private const string Save = "main form .actions button";

    public static TheoryData<UserType> Administrators => [.. Enum.GetValues<UserType>().Where(role => role is not UserType.Individual)];

    [Fact]
    [Trait("Spec", "IND-06")]
    [Trait("Spec", "IND-14")]
    public async Task Profile_FilledIn_IsThereTheNextTime()
    {
        var teacher = await World.ProfessionalAsync(World.School);
        (string Name, string Value)[] answers =
        [
            ("mobile", "13700001111"), ("mail", "new@hnce.example"), ("titleName", "高级教师"), ("titleSince", "2015-06-01"), ("titleCertificateNo", "豫 0001"), ("appointedTitle", "讲师"),
            ("appointedOn", "2016-01-02"), ("practisingQualification", "教师资格"), ("qualifiedOn", "2010-03-04"), ("occupation", "数学教学"), ("administrativePost", "教研组长"),
            ("workingSince", "2001-07-01"), ("school", "河南大学"), ("graduatedOn", "2001-06-30"), ("nativePlace", "河南开封"), ("address", "郑州市金水区文化路 1 号"),
            ("postalCode", "450000"), ("landline", "0371-65900000"),
        ];

        var saved = await (await VisitAsync(teacher, "/profile")).UploadAsync(Save, "file", "照片.png", Proof.Png, [.. answers.Select(one => (one.Name, (string?)one.Value))]);
        var shown = await saved.FollowAsync();

        Assert.Equal("/profile", saved.Location);
        Assert.Contains("已保存", shown.Text);
        Assert.All(answers, one => Assert.Equal(one.Value, shown.ValueOf(one.Name)));
        var photo = shown.Document.QuerySelector("img.photo")!.GetAttribute("src")!;
        Assert.Equal("image/png", (await shown.GoAsync(photo)).Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, (await VisitAsync(await World.ProfessionalAsync(World.School), photo)).Status);
    }

    [Fact]
    [Trait("Spec", "IND-14")]
    public async Task Employer_NameAndIdNumber_AreShownAndNotAsked()
    {
        var teacher = await World.ProfessionalAsync(World.School);

        var page = await VisitAsync(teacher, "/profile");
        var saved = await page.SubmitAsync(Save, ("name", "李四"), ("idNumber", World.Stranger().IdNumber), ("employer", GlobalId.Encode("Employer", World.Clinic.Id)));

        Assert.Empty(page.Document.QuerySelectorAll("[name=name], [name=idNumber], [name=employer]"));
        Assert.Contains(World.School.Name, page.Text, StringComparison.Ordinal);
        Assert.Contains(teacher.Person!.Name, page.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(teacher.Person.IdNumber, page.Text, StringComparison.Ordinal);
        Assert.Equal("/profile", saved.Location);
        Assert.Equal(teacher.Person.Name, await World.ReadAsync(db => db.Professionals.Where(p => p.Id == teacher.Caller.ProfessionalId).Select(p => p.Name).SingleAsync()));
    }

    [Fact]
    [Trait("Spec", "GEN-08")]
    [Trait("Spec", "IND-06")]
    public async Task Profile_WrongAnswers_AreNamedAndTheRestIsKept()
    {
        var refused = await (await VisitAsync(await World.ProfessionalAsync(World.School), "/profile"))
            .SubmitAsync(Save, ("mobile", "137"), ("postalCode", "45"), ("landline", "x"), ("school", "河南大学"), ("titleLevel", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(["手机号码不正确，应为 11 位数字", "请选择职称级别", "邮编应为 6 位数字", "固定电话不正确，例如 0371-65900000"], refused.Errors);
        Assert.Equal("河南大学", refused.ValueOf("school"));
    }

    [Fact]
    [Trait("Spec", "IND-06")]
    public async Task Photo_ThatIsNoPicture_IsRefusedAtItsField()
    {
        var refused = await (await VisitAsync(await World.ProfessionalAsync(World.School), "/profile")).UploadAsync(Save, "file", "照片.png", "MZ程序"u8.ToArray());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotNull(refused.Document.QuerySelector(".field.bad [name=file]"));
    }

    [Fact]
    [Trait("Spec", "IND-05")]
    [Trait("Spec", "PIC-03")]
    public async Task Department_PickedWithoutScript_KeepsWhatWasTyped()
    {
        var teacher = await World.ProfessionalAsync(World.School);
        var picker = await (await (await VisitAsync(teacher, "/profile")).SubmitAsync("button[name=pick][value=department]", ("school", "河南大学"))).FollowAsync();
        var choice = picker.Document.QuerySelectorAll("button[name=pick]")[1];

        var back = await picker.GoAsync($"/profile?field=department&pick={Uri.EscapeDataString(choice.GetAttribute("value")!)}");
        var saved = await (await back.SubmitAsync(Save)).FollowAsync();

        Assert.Equal(choice.GetAttribute("value"), saved.ValueOf("department"));
        Assert.Equal("河南大学", saved.ValueOf("school"));
    }

    [Fact]
    [Trait("Spec", "IND-15")]
    public async Task TitleLevel_Changed_SaysFromWhichYear()
    {
        var (early, late) = (await World.ProfessionalAsync(World.School), await World.ProfessionalAsync(World.School));
        await World.DeclarationAsync(late, DeclarationStatus.Passed, SubjectCategory.Public, 30);
        await World.DeclarationAsync(late, DeclarationStatus.Passed, SubjectCategory.Professional, 60);
        var years = await late.MustAsync("query ($year: Int!) { yearCompletions(filter: { year: $year }) { nodes { id } } }", new { year = World.Year });
        await World.As(World.School).MustAsync("mutation ($id: ID!) { issueCertificate(input: { yearCompletion: $id }) { userErrors { code message path } } }", new { id = years.String("yearCompletions.nodes.0.id") });

        var now = await (await (await VisitAsync(early, "/profile")).SubmitAsync(Save, ("titleLevel", "senior_full"))).FollowAsync();
        var next = await (await (await VisitAsync(late, "/profile")).SubmitAsync(Save, ("titleLevel", "senior_full"))).FollowAsync();

        Assert.Contains($"{World.Year} 年度起按新的职称级别计算应完成学时", now.Text);
        Assert.Contains($"{World.Year} 年度的合格证书已经打印，新的职称级别从 {World.Year + 1} 年度起计算应完成学时", next.Text);
    }

    [Theory]
    [MemberData(nameof(Administrators))]
    [Trait("Spec", "EMP-10")]
    [Trait("Spec", "INS-06")]
    [Trait("Spec", "S-ACC-01/02")]
    public async Task Administrator_ChangesMobileAndMail(UserType role)
    {
        var page = await VisitAsync(World.As(role), "/profile");

        var shown = await (await page.SubmitAsync(Save, ("mobile", "13700002222"), ("mail", "clerk@hnce.example"))).FollowAsync();

        Assert.Contains("已保存", shown.Text);
        Assert.Equal(("13700002222", "clerk@hnce.example"), (shown.ValueOf("mobile"), shown.ValueOf("mail")));
        Assert.Null(shown.Document.QuerySelector("[name=titleLevel]"));
        Assert.NotNull(shown.Document.QuerySelector("a[href='/two-steps']"));
    }

    [Fact]
    [Trait("Spec", "SEC-E8")]
    public async Task Export_HoldsEverythingOfOneselfAndNothingOfOthers()
    {
        var (teacher, other) = (await World.ProfessionalAsync(World.School), await World.ProfessionalAsync(World.School));
        for (var i = 0; i < 3; i++)
        {
            await World.DeclarationAsync(teacher, DeclarationStatus.Passed, SubjectCategory.Public, 10 + i);
        }

        await World.DeclarationAsync(other);
        var page = await VisitAsync(teacher, "/profile");

        var file = (await page.GoAsync(page.Document.QuerySelector("a[href*=xport]")!.GetAttribute("href")!)).Response;
        var text = await file.Content.ReadAsStringAsync();
        var data = JsonDocument.Parse(text).RootElement;

        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("no-store", file.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal(teacher.Person!.Mobile, data.GetProperty("account").GetProperty("mobile").GetString());
        Assert.Equal("intermediate", data.GetProperty("account").GetProperty("profile").GetProperty("titleLevel").GetString());
        Assert.Equal(3, data.GetProperty("declarations").GetArrayLength());
        Assert.Equal(1, data.GetProperty("years").GetArrayLength());
        Assert.True(data.GetProperty("messages").GetArrayLength() >= 3);
        Assert.DoesNotContain(other.Person!.Name, text, StringComparison.Ordinal);
        Assert.DoesNotContain(teacher.Person.IdNumber, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Profile_ForAVisitor_AsksToSignIn() => Assert.StartsWith("http://localhost/?back=", (await VisitAsync("/profile")).Location);
}
