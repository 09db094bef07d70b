using System.Text;
using HnCe.Domain.Access;
using HnCe.Domain.Organizations;
using HnCe.Domain.ReferenceData;

namespace HnCe.Domain.Data.Demo;

/// <summary>An account to try the system with.</summary>
/// <param name="UserType">用户类型.</param>
/// <param name="Organization">Name of the organization; null for roles without one.</param>
/// <param name="OrganizationCode">Organization code to type at sign-in; null where none is asked for.</param>
/// <param name="Name">Name of the person.</param>
/// <param name="IdNumber">ID number to type at sign-in.</param>
/// <param name="Note">What the account shows.</param>
public sealed record DemoAccount(UserType UserType, string? Organization, string? OrganizationCode, string Name, string IdNumber, string Note);

/// <summary>The accounts of the demo data; the same on every machine.</summary>
public static class DemoAccounts
{
    /// <summary>Password of all demo accounts.</summary>
    public const string Password = "Demo-2026!";

    /// <summary>Number of the first professional; smaller numbers are administrators only.</summary>
    internal const int FirstProfessional = 101;

    /// <summary>Administrators, one line each.</summary>
    internal static readonly IReadOnlyList<DemoAdministrator> Administrators =
    [
        new(1, UserType.SystemAdmin, null, "审计日志"),
        new(2, UserType.ProvincialDepartment, Bureau("410000"), "全省查询，审核省直单位上报"),
        new(3, UserType.ProvincialDepartment, Bureau("410000"), "第二位省厅管理员"),
        new(4, UserType.LocalBureau, Bureau("410100"), "市级，有待审核"),
        new(5, UserType.LocalBureau, Bureau("410105"), "区级，有待审核"),
        new(6, UserType.LocalBureau, Bureau("410122"), "县级，有待审核"),
        new(7, UserType.LocalBureau, Bureau("410300"), "另一城市，看不到郑州"),
        new(8, UserType.LocalBureau, Bureau("410311"), "另一区"),
        new(9, UserType.LocalBureau, Bureau("410323"), "另一县"),
        .. Departments.Select((department, i) => new DemoAdministrator(10 + i, UserType.IndustryDepartment, department, "行业主管，有待审核")),
        new(14, UserType.Institution, Institution, "施教机构"),
        new(FirstProfessional, UserType.Employer, Employer(0), "同一人也是本单位专业技术人员"),
        .. Enumerable.Range(1, DemoSeed.Employers.Count - 1).Select(i => new DemoAdministrator(20 + i, UserType.Employer, Employer(i), "审核注册、上报、登记")),
        new(16, UserType.Employer, Employer(0), "第二位单位管理员"),
    ];

    /// <summary>All accounts worth trying.</summary>
    public static IReadOnlyList<DemoAccount> All { get; } =
    [
        .. Administrators.Select(a => Describe(a.Number, a.UserType, a.Organization, a.Note)),
        Describe(FirstProfessional, UserType.Individual, Employer(0), "各年度都有申报；也是单位管理员"),
        Describe(FirstProfessional + DemoPeople.PerEmployer, UserType.Individual, Employer(1), "医院专业技术人员"),
        Describe(FirstProfessional + (3 * DemoPeople.PerEmployer), UserType.Individual, Employer(3), "设计院，无行业主管部门"),
        Describe(DemoPeople.LateNumber(0, 0), UserType.Individual, Employer(0), "注册待审核，不能登录"),
        Describe(DemoPeople.LateNumber(0, 2), UserType.Individual, Employer(0), "注册未通过，可重新注册"),
    ];

    /// <summary>The industry departments: education and health, of both cities.</summary>
    internal static IReadOnlyList<DemoOrganization> Departments =>
    [
        new("郑州市教育局", Code(901), "410100"), new("郑州市卫生健康委员会", Code(902), "410100"),
        new("洛阳市教育局", Code(903), "410300"), new("洛阳市卫生健康委员会", Code(904), "410300"),
    ];

    /// <summary>The training institution.</summary>
    internal static DemoOrganization Institution => new("郑州专业技术人员继续教育示范基地", Code(951), "410100");

    /// <summary>Organizations that registered lately and wait for 郑州市.</summary>
    internal static IReadOnlyList<DemoOrganization> Applicants =>
    [
        new("郑州市启明实验小学", Code(961), "410100"), new("郑州新华口腔医院", Code(962), "410100"),
        new("郑州市匠心职业技能培训学校", Code(963), "410100"), new("郑州市交通运输局", Code(964), "410100"),
    ];

    /// <summary>The table that the program prints at its start in Development.</summary>
    public static string Describe()
    {
        var table = new StringBuilder().AppendLine($"演示帐号，密码均为 {Password}");
        foreach (var a in All)
        {
            table.AppendLine($"  {a.UserType,-20} {a.OrganizationCode ?? "-",-9}  {a.IdNumber}  {a.Name}  {a.Organization ?? "-"}（{a.Note}）");
        }

        return table.ToString();
    }

    /// <summary>An employer of the list.</summary>
    internal static DemoOrganization Employer(int index) => new(DemoSeed.Employers[index].Name, Code(index + 1), DemoSeed.Employers[index].Region);

    private static DemoAccount Describe(int number, UserType type, DemoOrganization? organization, string note)
    {
        var person = DemoPerson.Create(number);
        var asked = type is not (UserType.Individual or UserType.ProvincialDepartment or UserType.SystemAdmin);
        return new(type, organization?.Name, asked ? organization?.Code : null, person.Name, person.IdNumber, note);
    }

    private static DemoOrganization Bureau(string region) => new(
        SeedBureaus.NameOf(region, SeedFile.Rows("regions_henan").Single(row => row["code"] == region)["name"]), SeedBureaus.OrganizationCodeOf(region), region);

    private static string Code(int number) => OrganizationCode.Complete($"DM{number:000000}").Value;
}

/// <summary>Name, organization code and region of an organization in the demo data.</summary>
internal sealed record DemoOrganization(string Name, string Code, string Region);

/// <summary>An administrator of the demo data.</summary>
internal sealed record DemoAdministrator(int Number, UserType UserType, DemoOrganization? Organization, string Note);
