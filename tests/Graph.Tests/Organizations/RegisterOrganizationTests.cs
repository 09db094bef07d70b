using HnCe.Domain.Accounts;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.Organizations;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Graph.Tests.Organizations;

/// <summary>单位注册 and 施教机构注册.</summary>
public sealed class RegisterOrganizationTests(Worlds worlds) : IClassFixture<Worlds>
{
    public static TheoryData<string, object?, string, string> WrongAnswers => new()
    {
        { "organization.code", "WN000001", "INVALID_ORGANIZATION_CODE", "组织机构代码不正确" },
        { "organization.code", "", "INVALID_ORGANIZATION_CODE", "组织机构代码不正确" },
        { "organization.scan", "", "FILE_REQUIRED", "请上传组织机构代码证扫描件" },
        { "organization.scan", "3f2504e0-4f89-11d3-9a0c-0305e82c3301", "FILE_REQUIRED", "请上传组织机构代码证扫描件" },
        { "organization.name", " ", "REQUIRED", "请填写单位名称" },
        { "organization.name", "院", "REQUIRED", "请填写单位名称" },
        { "organization.regionCode", "", "REQUIRED", "请选择所属区域" },
        { "organization.regionCode", "110000", "NOT_AN_OPTION", "所选区域不存在或已撤销" },
        { "organization.regionCode", "410185x", "NOT_AN_OPTION", "所选区域不存在或已撤销" },
        { "organization.supervisor", null, "REQUIRED", "请选择同级人社部门" },
        { "organization.address", null, "REQUIRED", "请填写单位地址" },
        { "organization.address", "路\u0007", "INVALID_TEXT", "单位地址含有无法保存的字符" },
        { "organization.legalRepresentative", " ", "REQUIRED", "请填写法定代表人" },
        { "organization.contact", null, "REQUIRED", "请填写联系人" },
        { "organization.phone", "12", "INVALID_PHONE", "联系电话不正确" },
        { "organization.phone", null, "INVALID_PHONE", "联系电话不正确" },
        { "organization.fax", "没有", "INVALID_PHONE", "传真不正确" },
        { "organization.mail", null, "INVALID_MAIL", "单位电子邮箱不正确" },
        { "organization.postalCode", "45000", "INVALID_POSTAL_CODE", "邮政编码为 6 位数字" },
        { "organization.professionalCount", -1, "OUT_OF_RANGE", "专业技术人员总数" },
        { "organization.creditCode", "1234", "INVALID_CREDIT_CODE", "统一社会信用代码不正确" },
        { "organization.creditCode", "91410000169999999X", "INVALID_CREDIT_CODE", "统一社会信用代码" },
        { "organization.nature", null, "REQUIRED", "请选择单位性质" },
        { "organization.nature", "999", "NOT_AN_OPTION", "单位性质不在可选范围内" },
        { "organization.affiliation", null, "REQUIRED", "请选择单位隶属关系" },
        { "organization.level", null, "REQUIRED", "请选择单位级别" },
        { "organization.industry", null, "REQUIRED", "请选择所属行业" },
        { "organization.industry", "A99", "NOT_AN_OPTION", "所属行业不在可选范围内" },
        { "applicant.idNumber", "419900197501010011", "INVALID_ID_NUMBER", "身份证号码不正确" },
        { "applicant.password", "000000", "WEAK_PASSWORD", "密码须为 8 至 32 个字符" },
        { "applicant.mobile", "", "INVALID_MOBILE", "手机号码不正确" },
        { "applicant.mail", "", "INVALID_MAIL", "电子邮箱不正确，审核结果会发到这个邮箱" },
        { "applicant.name", "", "REQUIRED", "请填写真实姓名" },
        { "applicant.consent", false, "CONSENT_REQUIRED", "请阅读并同意个人信息处理告知" },
    };

    [Theory, OnBothDatabases, Trait("Spec", "EMP-05"), Trait("Spec", "MSG-02"), Trait("Spec", "EMP-04")]
    public async Task Employer_FilledIn_WaitsForTheBureau(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var input = await Do.ApplicationAsync(world, ("organization.name", "郑州市气象台"));

        var reply = await world.Visitor.RegisterEmployerAsync(input);
        var found = await RegistrationOf(world, "郑州市气象台");

        Assert.Equal("您已完成单位注册，请耐心等待所属人社部门审批", reply.Succeeded().String("registerEmployer.message"));
        Assert.Equal((RegistrationKind.Employer, RegistrationStatus.Pending, world.Zhengzhou.Id), (found.Kind, found.Status, found.ReviewerId));
        Assert.Equal((AccountState.Pending, false), (found.Account.State, found.Account.MustChangePassword));
        var employer = Assert.IsType<Employer>(found.Account.Organization);
        Assert.Equal((OrganizationState.Pending, world.Zhengzhou.Id, world.Education.Id), (employer.State, employer.SupervisorId, employer.IndustryDepartmentId));
        Assert.Equal((employer.OrgCode, "410100", null), (employer.CodeKey, employer.CityCode, employer.CountyCode));
        Assert.Equal(("21", "40", "122", "A01", 120), (employer.Data.Nature, employer.Data.Affiliation, employer.Data.Level, employer.Data.Industry, employer.Data.ProfessionalCount));
        Assert.Equal((found.AccountId, null), (employer.CertificateScan!.OwnerId, employer.CertificateScan.Ticket));
        Assert.True(await world.ReadAsync(db => db.NameGrams.AnyAsync(g => g.OrganizationId == employer.Id && g.Gram == "气象")));
        Assert.Empty((await world.Visitor.MustAsync("{ pickEmployers(name: \"气象台\") { nodes { id } } }")).Each("pickEmployers.nodes", "id"));
    }

    [Theory, OnBothDatabases, Trait("Spec", "INS-04"), Trait("Spec", "MSG-03"), Trait("Spec", "INS-03")]
    public async Task Institution_FilledIn_WaitsForTheBureau(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var input = await Do.ApplicationAsync(world, ("organization.name", "洛阳市技师学院"), ("organization.regionCode", "410311"), ("organization.supervisor", Do.BureauId(world.Luoyang)),
            ("organization.industryDepartment", null), ("organization.nature", null), ("organization.affiliation", null), ("organization.level", null));

        var reply = await world.Visitor.RegisterInstitutionAsync(input);
        var found = await RegistrationOf(world, "洛阳市技师学院");

        Assert.Equal("您已完成施教机构注册，请耐心等待所属人社部门审批", reply.Succeeded().String("registerInstitution.message"));
        Assert.Equal((RegistrationKind.Institution, world.Luoyang.Id), (found.Kind, found.ReviewerId));
        Assert.Equal((OrganizationState.Pending, "30"), (Assert.IsType<TrainingInstitution>(found.Account.Organization).State, found.Account.Organization!.Data.InstitutionLevel));
    }

    [Theory, MemberData(nameof(WrongAnswers)), Trait("Spec", "EMP-02"), Trait("Spec", "EMP-03"), Trait("Spec", "MSG-15"), Trait("Spec", "EML-03")]
    public async Task Employer_OneAnswerWrong_IsRefusedThere(string path, object? value, string code, string message)
    {
        var world = await worlds.On(DatabaseProvider.Sqlite);

        var reply = await world.Visitor.RegisterEmployerAsync(await Do.ApplicationAsync(world, (path, value)));

        Assert.Contains((code, $"input.{path}"), reply.Refusals.Zip(reply.Paths));
        Assert.All(reply.Paths, refused => Assert.True(refused == $"input.{path}" || path == "organization.regionCode", refused));
        Assert.Contains(reply.Messages, said => said.StartsWith(message, StringComparison.Ordinal));
        Assert.Null(reply["registerEmployer.message"].GetString());
    }

    [Theory, InlineData("organization.industry"), InlineData("organization.institutionLevel"), InlineData("organization.supervisor"), Trait("Spec", "INS-02")]
    public async Task Institution_WithoutARequiredChoice_IsRefused(string path)
    {
        var world = await worlds.On(DatabaseProvider.Sqlite);

        var reply = await world.Visitor.RegisterInstitutionAsync(await Do.ApplicationAsync(world, (path, null)));

        Assert.Equal([("REQUIRED", $"input.{path}")], reply.Refusals.Zip(reply.Paths));
    }

    [Theory, OnBothDatabases, Trait("Spec", "EMP-03")]
    public async Task Employer_EverythingWrong_IsToldAtOnce(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);

        var reply = await world.Visitor.RegisterEmployerAsync(new
        {
            organization = new { code = "", scan = "", name = "", regionCode = "" },
            applicant = new { idNumber = "", password = "", mobile = "", mail = "", name = "", consent = false },
        });

        string[] expected = ["code", "scan", "name", "regionCode", "supervisor", "address", "legalRepresentative", "contact", "phone", "mail", "nature", "affiliation", "level", "industry"];
        Assert.Equal(expected.Select(name => $"input.organization.{name}").Order(StringComparer.Ordinal),
            reply.Paths.OfType<string>().Where(path => path.StartsWith("input.organization", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(6, reply.Paths.OfType<string>().Where(path => path.StartsWith("input.applicant", StringComparison.Ordinal)).Distinct().Count());
    }

    [Theory, OnBothDatabases, Trait("Spec", "EMP-01"), Trait("Spec", "INS-01")]
    public async Task Code_AsUnifiedCreditCode_GivesTheSubjectCode(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);

        (await world.Visitor.RegisterEmployerAsync(await Do.ApplicationAsync(world, ("organization.code", "９１３５０１００Ｍ０００１００Ｙ４３"), ("organization.name", "信用代码单位")))).Succeeded();
        var taken = await world.Visitor.RegisterEmployerAsync(await Do.ApplicationAsync(world, ("organization.code", "91350100M000100Y43")));
        var institution = await world.Visitor.RegisterInstitutionAsync(await Do.ApplicationAsync(world, ("organization.code", "91350100M000100Y43")));
        var employer = (await RegistrationOf(world, "信用代码单位")).Account.Organization!;

        Assert.Equal(("M000100Y4", "91350100M000100Y43"), (employer.OrgCode, employer.Data.CreditCode));
        Assert.Equal(["CODE_TAKEN"], taken.Refusals);
        Assert.Empty(institution.Refusals);
    }

    [Theory, OnBothDatabases, Trait("Spec", "MSG-14")]
    public async Task Code_TakenWithinTheKind_IsRefusedUntilTheRegistrationIsRefused(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var (person, code) = (world.Stranger(), world.FreshCode());
        var first = await world.EmployerRegistrationAsync(person: person, code: code);

        var taken = await world.Visitor.RegisterEmployerAsync(await Do.ApplicationAsync(world, ("organization.code", code)));
        await world.RefuseAsync(first);
        var again = await world.EmployerRegistrationAsync(person: person, code: code);

        Assert.Equal([("CODE_TAKEN", "input.organization.code")], Both(taken));
        Assert.Equal(["该组织机构代码已注册"], taken.Messages);
        Assert.NotEqual(first, again);
        Assert.Equal(2, await world.ReadAsync(db => db.Employers.CountAsync(e => e.OrgCode == code)));
    }

    [Theory, OnBothDatabases, Trait("Spec", "MSG-14")]
    public async Task Code_TenTimesAtOnce_IsTakenOnce(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var code = world.FreshCode();
        var inputs = new List<object>();
        for (var i = 0; i < 10; i++)
        {
            inputs.Add(await Do.ApplicationAsync(world, ("organization.code", code)));
        }

        var replies = await Task.WhenAll(inputs.Select(input => Task.Run(() => world.Visitor.RegisterEmployerAsync(input))));

        Assert.Single(replies, reply => reply.Refusals.Count == 0);
        Assert.All(replies.SelectMany(reply => reply.Refusals), refusal => Assert.Contains(refusal, new[] { "CODE_TAKEN", "CONFLICT" }));
        Assert.Equal(1, await world.ReadAsync(db => db.Employers.CountAsync(e => e.OrgCode == code)));
    }

    [Theory, InlineData("organization.state", "ACTIVE"), InlineData("organization.cityCode", "410300"), InlineData("applicant.role", "PROVINCIAL_DEPARTMENT"),
     InlineData("applicant.state", "ACTIVE"), InlineData("reviewer", "x"), Trait("Spec", "SEC-A1")]
    public async Task Input_WithMoreThanTheForm_IsNoInput(string path, string value)
    {
        var world = await worlds.On(DatabaseProvider.Sqlite);

        var reply = await world.Visitor.RegisterEmployerAsync(await Do.ApplicationAsync(world, (path, value)));

        Assert.NotEmpty(reply.Errors);
    }

    [Theory, OnBothDatabases, Trait("Spec", "LOG-09"), Trait("Spec", "LOG-08"), Trait("Spec", "EMP-05")]
    public async Task SamePerson_FullWidthNumber_RegistersOncePerOrganizationAndWaits(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var person = world.Stranger();
        var wide = string.Concat(person.IdNumber.Select(c => (char)(c + 0xFEE0))).ToLowerInvariant();
        var code = world.FreshCode();

        (await world.Visitor.RegisterEmployerAsync(await Do.ApplicationAsync(world, ("applicant.idNumber", $" {wide} "), ("organization.code", code)))).Succeeded();
        (await world.Visitor.RegisterEmployerAsync(await Do.ApplicationAsync(world, ("applicant.idNumber", person.IdNumber)))).Succeeded();
        var actor = new Actor(world, HnCe.Domain.Access.Caller.Visitor with { Role = HnCe.Domain.Access.UserType.Employer, Address = "198.51.100.9" }, person, code);
        var entered = await actor.RunAsync<SignIn, HnCe.Domain.Access.Outcome<SignedInAccount>>(signIn => signIn.RunAsync(actor.Credentials, default));

        Assert.Equal(HnCe.Domain.Access.RefusalCode.NotYetApproved, Assert.Single(entered.Refusals).Code);
    }

    private static IEnumerable<(string, string?)> Both(Reply reply) => reply.Refusals.Zip(reply.Paths);

    private static Task<Registration> RegistrationOf(World world, string name) => world.ReadAsync(db => db.Registrations
        .Include(r => r.Account).ThenInclude(a => a.Organization).ThenInclude(o => o!.CertificateScan).SingleAsync(r => r.Account.Organization!.Name == name));
}
