using System.Net;
using HnCe.Domain.Access;
using HnCe.Domain.Declarations;
using HnCe.Testing;
using Xunit;

namespace HnCe.Pages.Tests.Credits;

/// <summary>查看继续教育信息, the person behind it, and who may open these pages.</summary>
public sealed class PeopleTests : IAsyncLifetime
{
    private World _world = null!;

    public static TheoryData<string, UserType> Closed
    {
        get
        {
            var closed = new TheoryData<string, UserType>();
            foreach (var path in new[] { "/review", "/review/x", "/review/x/y", "/review/confirm", "/people", "/people/x" })
            {
                var needed = path.StartsWith("/review", StringComparison.Ordinal) ? Permission.ReviewDeclarations : Permission.ViewYearCompletions;
                foreach (var role in Enum.GetValues<UserType>().Where(role => !role.Grants(needed)))
                {
                    closed.Add(path, role);
                }
            }

            return closed;
        }
    }

    public async Task InitializeAsync() => _world = await World.CreateAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Theory]
    [MemberData(nameof(Closed))]
    [Trait("Spec", "GEN-02")]
    public async Task Page_RoleLacksPermission_IsClosed(string path, UserType role)
    {
        await _world.ProfessionalAsync(_world.School);
        var browser = await _world.SignInAsync(_world.As(role));

        var answer = await browser.GetAsync(path);

        Assert.True(answer.StatusCode is HttpStatusCode.Forbidden || answer.Headers.Location?.ToString().Contains("/status/403", StringComparison.Ordinal) == true, $"{answer.StatusCode}");
    }

    [Fact]
    [Trait("Spec", "BUR-13")]
    public async Task People_FilteredByNumberAndUnit_AreFound()
    {
        var teacher = await _world.ProfessionalAsync(_world.School, "欧阳晓岚");
        await _world.ProfessionalAsync(_world.CountySchool, "陈国栋");
        await _world.ProfessionalAsync(_world.CityHospital, "司马青");
        var browser = await _world.SignInAsync(_world.As(_world.Zhengzhou));

        var all = await Shown.OpenAsync(browser, "/people");
        var one = await Shown.OpenAsync(browser, $"/people?name={Uri.EscapeDataString("晓岚")}&unit={Uri.EscapeDataString(_world.School.Name[..4])}&year={_world.Year}");
        var found = await all.SubmitAsync(".how-find button", ("idNumber", teacher.Person!.IdNumber));
        var person = await found.FollowAsync();

        Assert.Equal(2, all.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Equal("欧阳晓岚", Assert.Single(one.Document.QuerySelectorAll("tbody th")).TextContent.Trim());
        Assert.Equal("欧阳晓岚", Assert.Single(person.Document.QuerySelectorAll("tbody th")).TextContent.Trim());
        Assert.DoesNotContain(teacher.Person.IdNumber, found.Location + all.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(18)]
    [Trait("Spec", "BUR-13")]
    public async Task People_ByANumberThatIsNotInReach_AreRefusedWithTheAnswerKept(int digits)
    {
        var doctor = await _world.ProfessionalAsync(_world.CityHospital);
        var list = await Shown.OpenAsync(await _world.SignInAsync(_world.As(_world.Zhengzhou)), "/people");

        var refused = await list.SubmitAsync(".how-find button", ("idNumber", doctor.Person!.IdNumber[..digits]));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(["管辖范围内没有这个身份证号码的人员，请核对号码"], refused.Errors);
        Assert.Equal(doctor.Person.IdNumber[..digits], refused.ValueOf("idNumber"));
    }

    [Fact]
    [Trait("Spec", "BUR-13")]
    public async Task Person_Tabs_ShowRecordsAndYears()
    {
        var teacher = await _world.ProfessionalAsync(_world.School);
        await _world.DeclarationAsync(teacher, DeclarationStatus.Passed);
        await _world.DeclarationAsync(teacher, DeclarationStatus.Failed);
        var browser = await _world.SignInAsync(_world.As(_world.Education));

        var info = await Shown.OpenAsync(browser, $"/people/{teacher.ProfessionalId}");
        var education = await Shown.OpenAsync(browser, $"/people/{teacher.ProfessionalId}?view=education");
        var records = await Shown.OpenAsync(browser, $"/people/{teacher.ProfessionalId}?view=records");
        var years = await Shown.OpenAsync(browser, $"/people/{teacher.ProfessionalId}?view=years");

        Assert.Contains(_world.School.Name, info.Text, StringComparison.Ordinal);
        Assert.Single(education.Document.QuerySelectorAll("tbody tr"));
        Assert.Equal(2, records.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("20", Assert.Single(years.Document.QuerySelectorAll("tbody tr")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Spec", "BUR-16")]
    public async Task Person_OfAnotherCity_IsNotFound()
    {
        var doctor = await _world.ProfessionalAsync(_world.CityHospital);

        var page = await Shown.OpenAsync(await _world.SignInAsync(_world.As(_world.Zhengzhou)), $"/people/{doctor.ProfessionalId}");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
    }

    [Fact]
    [Trait("Spec", "CER-01")]
    public async Task Certificate_OfACompletedYear_IsPrinted()
    {
        var teacher = await _world.ProfessionalAsync(_world.School);
        await _world.DeclarationAsync(teacher, DeclarationStatus.Passed, SubjectCategory.Public, 30);
        await _world.DeclarationAsync(teacher, DeclarationStatus.Passed, hours: 60);
        var people = await Shown.OpenAsync(await _world.SignInAsync(_world.As(_world.Zhengzhou)), "/people?completed=true");

        var printed = await people.SubmitAsync("button[name=year]");

        Assert.Matches("^/certificates/HN.+\\.pdf$", printed.Location!);
        Assert.Equal("application/pdf", (await printed.FollowAsync()).Response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    [Trait("Spec", "DEP-06")]
    public async Task Certificate_ForAnIndustryDepartment_IsNotOffered()
    {
        var teacher = await _world.ProfessionalAsync(_world.School);
        await _world.DeclarationAsync(teacher, DeclarationStatus.Passed, SubjectCategory.Public, 30);
        await _world.DeclarationAsync(teacher, DeclarationStatus.Passed, hours: 60);

        var people = await Shown.OpenAsync(await _world.SignInAsync(_world.As(_world.Education)), "/people");

        Assert.Single(people.Document.QuerySelectorAll("tbody tr"));
        Assert.Empty(people.Document.QuerySelectorAll("button[name=year]"));
    }

    [Fact]
    [Trait("Spec", "BUR-13")]
    public async Task Home_OfTheCity_CountsItsPartsAndLeadsToTheirLists()
    {
        await _world.ProfessionalAsync(_world.School);
        await _world.ProfessionalAsync(_world.CountySchool);
        await _world.DeclarationAsync(await _world.ProfessionalAsync(_world.School), DeclarationStatus.UnderReview);
        var browser = await _world.SignInAsync(_world.As(_world.Zhengzhou));

        var home = await Shown.OpenAsync(browser, "/home");

        Assert.Contains("待审核 1 项", home.Text, StringComparison.Ordinal);
        foreach (var (name, people) in new[] { ("新郑", 1), ("直属单位", 2) })
        {
            var link = home.Document.QuerySelectorAll("tbody th a").Single(one => one.TextContent.Contains(name, StringComparison.Ordinal));
            var list = await Shown.OpenAsync(browser, link.GetAttribute("href")!);
            Assert.Equal(people, list.Document.QuerySelectorAll("tbody tr").Length);
        }
    }
}
