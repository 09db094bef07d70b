using HnCe.Domain.Access;
using HnCe.Domain.Declarations;
using HnCe.Domain.Organizations;
using HnCe.Graph.Server;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Graph.Tests.Access;

/// <summary>Something that exists, with what decides who may see it.</summary>
/// <param name="Type">Schema name.</param>
/// <param name="Key">Key.</param>
/// <param name="Employer">Key of the employer; of the reviewing organization, for registrations.</param>
/// <param name="Owner">Key of the professional.</param>
/// <param name="Draft">Nobody but its owner sees it.</param>
/// <param name="Forwarded">It, or the person, has left the employer's desk.</param>
public sealed record Fact(string Type, long Key, long Employer, long Owner, bool Draft, bool Forwarded)
{
    public string Id => GlobalId.Encode(Type, Key);
}

/// <summary>Says in memory, by the org chart alone, who sees what. It shares no code with the queries.</summary>
public sealed class Oracle
{
    private readonly World _world;
    private readonly Dictionary<long, Employer[]> _below;

    private Oracle(World world, IReadOnlyList<Fact> facts)
    {
        (_world, Facts) = (world, facts);
        _below = new()
        {
            [world.Province.Id] = [.. world.Employers],
            [world.Zhengzhou.Id] = [world.School, world.Hospital, world.CountySchool],
            [world.Zhongyuan.Id] = [world.Hospital],
            [world.Xinzheng.Id] = [world.CountySchool],
            [world.Luoyang.Id] = [world.CityHospital, world.Clinic],
            [world.Luolong.Id] = [],
            [world.Luanchuan.Id] = [world.Clinic],
            [world.Gongyi.Id] = [world.Factory],
            [world.Education.Id] = [world.School, world.CountySchool],
            [world.Health.Id] = [world.CityHospital, world.Clinic],
        };
    }

    public IReadOnlyList<Fact> Facts { get; }

    /// <summary>A world in which everything exists once for each employer.</summary>
    public static async Task<Oracle> PopulateAsync(World world)
    {
        foreach (var employer in world.Employers)
        {
            var person = await world.ProfessionalAsync(employer);
            foreach (var status in Enum.GetValues<DeclarationStatus>())
            {
                await world.DeclarationAsync(person, status);
            }

            await world.DeclarationAsync(person, DeclarationStatus.Passed, SubjectCategory.Public, 30);
            await world.DeclarationAsync(person, DeclarationStatus.Passed, SubjectCategory.Professional, 60);
            var year = (await person.OwnYearAsync(world.Year)).String("yearCompletions.nodes.0.id")!;
            (await world.As(employer).IssueAsync(year)).Succeeded();
            if (employer.IndustryDepartmentId is not null)
            {
                await world.DeclarationAsync(person, DeclarationStatus.UnderReview, target: ForwardTarget.IndustryDepartment);
            }

            await world.RegistrationAsync(employer);
        }

        foreach (var bureau in world.Bureaus)
        {
            await world.WaitingEmployerAsync(bureau);
            await world.WaitingInstitutionAsync(bureau);
            await world.WaitingDepartmentAsync(bureau);
        }

        foreach (var bureau in world.Bureaus.Where(bureau => bureau != world.Province))
        {
            await world.WaitingAdministratorAsync(bureau);
        }

        return new(world, await FactsAsync(world));
    }

    /// <summary>Everything of a type that somebody sees.</summary>
    public IReadOnlySet<string> Visible(Caller caller, params string[] types) => Facts.Where(fact => types.Contains(fact.Type) && Sees(caller, fact)).Select(fact => fact.Id).ToHashSet();

    private bool Sees(Caller caller, Fact fact) => (caller.Role, fact.Type) switch
    {
        (UserType.Individual, "Registration") => false,
        (UserType.Individual, _) => fact.Owner == caller.ProfessionalId,
        (UserType.Employer or UserType.LocalBureau or UserType.ProvincialDepartment, "Registration") => fact.Employer == caller.OrganizationId,
        (UserType.Employer, _) => fact.Employer == caller.OrganizationId && !fact.Draft,
        (UserType.IndustryDepartment, "Certificate") => false,
        (UserType.IndustryDepartment, "Registration") => false,
        (UserType.LocalBureau or UserType.ProvincialDepartment or UserType.IndustryDepartment, _) =>
            _below[caller.OrganizationId!.Value].Any(employer => employer.Id == fact.Employer) && fact is { Draft: false, Forwarded: true },
        _ => false,
    };

    private static async Task<IReadOnlyList<Fact>> FactsAsync(World world)
    {
        DeclarationStatus[] forwarded = [DeclarationStatus.UnderReview, DeclarationStatus.Passed, DeclarationStatus.Failed, DeclarationStatus.Revoked];
        return
        [
            .. (await world.ReadAsync(db => db.Declarations.Select(d => new { d.Id, d.EmployerId, d.ProfessionalId, d.Status }).ToListAsync()))
                .Select(d => new Fact("Declaration", d.Id, d.EmployerId, d.ProfessionalId, d.Status is DeclarationStatus.Draft, forwarded.Contains(d.Status))),
            .. (await world.ReadAsync(db => db.Professionals.Select(p => new { p.Id, p.EmployerId, p.ApprovedAt }).ToListAsync()))
                .Select(p => new Fact("Professional", p.Id, p.EmployerId, p.Id, false, p.ApprovedAt is not null)),
            .. (await world.ReadAsync(db => db.YearTotals.Select(t => new { t.Id, t.EmployerId, t.ProfessionalId }).ToListAsync()))
                .Select(t => new Fact("YearCompletion", t.Id, t.EmployerId, t.ProfessionalId, false, true)),
            .. (await world.ReadAsync(db => db.Certificates.Select(c => new { c.Id, c.EmployerId, c.ProfessionalId }).ToListAsync()))
                .Select(c => new Fact("Certificate", c.Id, c.EmployerId, c.ProfessionalId, false, true)),
            .. (await world.ReadAsync(db => db.Registrations.Select(r => new { r.Id, r.ReviewerId, r.ProfessionalId }).ToListAsync()))
                .Select(r => new Fact("Registration", r.Id, r.ReviewerId, r.ProfessionalId ?? 0, false, false)),
        ];
    }
}
