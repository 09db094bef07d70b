using HnCe.Domain.Access;
using HnCe.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Testing;

/// <summary>The org chart and its administrators.</summary>
public sealed partial class World
{
    private readonly Dictionary<long, Actor> _administrators = [];
    private int _people;

    /// <summary>河南省人力资源和社会保障厅.</summary>
    public HrBureau Province => Chart<HrBureau>(nameof(Province));

    /// <summary>郑州市.</summary>
    public HrBureau Zhengzhou => Chart<HrBureau>(nameof(Zhengzhou));

    /// <summary>中原区, a county of 郑州市.</summary>
    public HrBureau Zhongyuan => Chart<HrBureau>(nameof(Zhongyuan));

    /// <summary>新郑市, a county of 郑州市.</summary>
    public HrBureau Xinzheng => Chart<HrBureau>(nameof(Xinzheng));

    /// <summary>洛阳市.</summary>
    public HrBureau Luoyang => Chart<HrBureau>(nameof(Luoyang));

    /// <summary>洛龙区, a county of 洛阳市.</summary>
    public HrBureau Luolong => Chart<HrBureau>(nameof(Luolong));

    /// <summary>栾川县, a county of 洛阳市.</summary>
    public HrBureau Luanchuan => Chart<HrBureau>(nameof(Luanchuan));

    /// <summary>巩义市, a county below the province.</summary>
    public HrBureau Gongyi => Chart<HrBureau>(nameof(Gongyi));

    /// <summary>郑州市教育局.</summary>
    public IndustryDepartment Education => Chart<IndustryDepartment>(nameof(Education));

    /// <summary>洛阳市卫生健康委员会.</summary>
    public IndustryDepartment Health => Chart<IndustryDepartment>(nameof(Health));

    /// <summary>A training institution of 郑州市.</summary>
    public TrainingInstitution Institution => Chart<TrainingInstitution>(nameof(Institution));

    /// <summary>A school of 郑州市 under the education department.</summary>
    public Employer School => Chart<Employer>(nameof(School));

    /// <summary>A hospital of 中原区 without industry department.</summary>
    public Employer Hospital => Chart<Employer>(nameof(Hospital));

    /// <summary>A school of 新郑市 under the education department of 郑州市.</summary>
    public Employer CountySchool => Chart<Employer>(nameof(CountySchool));

    /// <summary>A hospital of 洛阳市 under the health department.</summary>
    public Employer CityHospital => Chart<Employer>(nameof(CityHospital));

    /// <summary>A clinic of 栾川县 under the health department of 洛阳市.</summary>
    public Employer Clinic => Chart<Employer>(nameof(Clinic));

    /// <summary>A factory of 巩义市.</summary>
    public Employer Factory => Chart<Employer>(nameof(Factory));

    /// <summary>An academy that the province supervises itself.</summary>
    public Employer Academy => Chart<Employer>(nameof(Academy));

    /// <summary>系统管理员.</summary>
    public Actor SystemAdmin => _administrators[0];

    /// <summary>Somebody who has not signed in.</summary>
    public Actor Visitor => new(this, Caller.Visitor);

    /// <summary>The program itself.</summary>
    public Actor Program => new(this, Caller.System);

    /// <summary>All employers.</summary>
    public IReadOnlyList<Employer> Employers => [School, Hospital, CountySchool, CityHospital, Clinic, Factory, Academy];

    /// <summary>All bureaus that play.</summary>
    public IReadOnlyList<HrBureau> Bureaus => [Province, Zhengzhou, Zhongyuan, Xinzheng, Luoyang, Luolong, Luanchuan, Gongyi];

    /// <summary>Everybody who administers something, and the system administrator.</summary>
    public IReadOnlyList<Actor> Administrators => [.. _administrators.Values];

    /// <summary>The administrator of an organization.</summary>
    public Actor As(Organization organization) => _administrators[organization.Id];

    /// <summary>Somebody of a role: of 郑州市 where there are several; a professional must be made first.</summary>
    public Actor As(UserType role) => role switch
    {
        UserType.Employer => As(School),
        UserType.Institution => As(Institution),
        UserType.LocalBureau => As(Zhengzhou),
        UserType.IndustryDepartment => As(Education),
        UserType.ProvincialDepartment => As(Province),
        UserType.SystemAdmin => SystemAdmin,
        _ => _professionals.Count > 0 ? _professionals[0] : throw new InvalidOperationException("Nobody has registered yet."),
    };

    /// <summary>A further administrator of an organization; on request the same person as somebody else.</summary>
    public Task<Actor> AppointAsync(Organization organization, MadeUpPerson? person = null) => Program.WriteAsync(async (work, write) =>
    {
        var there = await work.Db.Organizations.SingleAsync(o => o.Id == organization.Id);
        var posts = await Founding.AppointAsync(work.Db, [(Founding.RoleOf(organization), there, person ?? Stranger())], write);
        return ActorOf(posts[0]);
    });

    /// <summary>A further system administrator.</summary>
    public Task<Actor> SecondSystemAdminAsync() => Program.WriteAsync(async (work, write) =>
        ActorOf((await Founding.AppointAsync(work.Db, [(UserType.SystemAdmin, null, Stranger())], write))[0]));

    /// <summary>Changes what an organization tells of itself.</summary>
    public Task<int> DescribeAsync(Organization organization, OrganizationData data) => Program.WriteAsync(async (work, _) =>
    {
        (await work.Db.Organizations.SingleAsync(o => o.Id == organization.Id)).Describe(data);
        return 1;
    });

    /// <summary>停用.</summary>
    public Task<int> RetireAsync(Organization organization) => Program.WriteAsync(async (work, _) =>
    {
        (await work.Db.Organizations.SingleAsync(o => o.Id == organization.Id)).Retire();
        return 1;
    });

    private T Chart<T>(string name)
        where T : Organization => (T)_chart.Organizations[name];

    private Actor ActorOf(Post post) => new(this, post.Caller, post.Person, post.OrganizationCode, post.FileId);
}
