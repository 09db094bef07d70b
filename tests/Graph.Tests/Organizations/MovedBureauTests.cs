using HnCe.Domain.Accounts;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.Declarations;
using HnCe.Domain.Organizations;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Graph.Tests.Organizations;

/// <summary>A bureau moves in the tree, and everything that carries level columns follows.</summary>
public sealed class MovedBureauTests
{
    /// <summary>A row that carries level columns.</summary>
    public sealed record Placed(string Kind, long Id, string? City, string? County);

    [Theory, OnBothDatabases, Trait("Spec", "BAS-02"), Trait("Spec", "Q4"), Trait("Spec", "FWD-06"), Trait("Spec", "BUR-16")]
    public async Task Gongyi_BelowZhengzhouAndBack_TakesEverythingAlong(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var forwarded = await PopulateAsync(world);
        var waiting = await world.WaitsAsync(world.Gongyi, RegistrationKind.LocalBureau);
        var (before, fixedBefore) = (await PlacedAsync(world), await ForwardedAsync(world));
        var (down, up) = (await KeepBaseData.InputAsync(world, world.Gongyi, ("parent", KeepBaseData.IdOf(world.Zhengzhou))), await KeepBaseData.InputAsync(world, world.Gongyi));

        var effects = await world.SystemAdmin.BureauEffectsAsync(down);
        (await world.SystemAdmin.ChangeBureauAsync(down)).Succeeded();
        var below = await PlacedAsync(world);
        var seen = await world.As(world.Zhengzhou).MustAsync("{ professionals { nodes { name } } registrations { nodes { id } } }");
        var province = await world.As(world.Province).MustAsync("{ registrations { nodes { id } } }");
        var passed = await world.As(world.Gongyi).PassAsync(World.IdOf(forwarded));

        Assert.Equal((true, 2, 2, 1), (effects["bureauChangeEffects.effects.moves"].GetBoolean(), (int)effects.Number("bureauChangeEffects.effects.organizations"),
            (int)effects.Number("bureauChangeEffects.effects.professionals"), (int)effects.Number("bureauChangeEffects.effects.registrations")));
        Assert.NotEqual(before, below);
        Assert.Equal(await FreshAsync(world), below);
        Assert.Equal(3, seen.Each("professionals.nodes", "name").Count);
        Assert.Single(seen.Each("registrations.nodes", "id"));
        Assert.Empty(province.Each("registrations.nodes", "id"));
        Assert.Equal(fixedBefore, await ForwardedAsync(world));
        Assert.Equal(1, passed.Succeeded().Number("reviewDeclarations.succeeded"));

        (await world.SystemAdmin.ChangeBureauAsync(up)).Succeeded();

        Assert.Equal(before, await PlacedAsync(world));
        Assert.Equal(world.Province.Id, await world.ReadAsync(db => db.Registrations.Where(r => r.Id == waiting).Select(r => r.ReviewerId).SingleAsync()));
        Assert.Single((await world.As(world.Zhengzhou).MustAsync("{ professionals { nodes { name } } }")).Each("professionals.nodes", "name"));
    }

    [Theory, OnBothDatabases, Trait("Spec", "BAS-02")]
    public async Task City_ThatChangesItsRegion_TakesItsCountiesAlong(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.ProfessionalAsync(world.Clinic);
        await world.ProfessionalAsync(world.CityHospital);
        await world.DeclarationAsync(world.Professionals[0], DeclarationStatus.Returned);

        (await world.SystemAdmin.ChangeBureauAsync(await KeepBaseData.InputAsync(world, world.Luoyang, ("regionCode", "410371")))).Succeeded();
        var placed = await PlacedAsync(world);

        Assert.Equal(await FreshAsync(world), placed);
        Assert.Contains(placed, row => row == new Placed("Organization", world.Clinic.Id, "410371", "410324"));
    }

    [Theory, OnBothDatabases, Trait("Spec", "PERF-1")]
    public async Task Move_OfFewAndOfMany_TakesTheSameStatements(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.ProfessionalsAsync(world.Factory, 2);
        var (down, up) = (await KeepBaseData.InputAsync(world, world.Gongyi, ("parent", KeepBaseData.IdOf(world.Zhengzhou))), await KeepBaseData.InputAsync(world, world.Gongyi));

        var few = await CountAsync(world, down);
        await world.ProfessionalsAsync(world.Factory, 40);
        var many = await CountAsync(world, up);

        Assert.Equal(few, many);
    }

    private static async Task<int> CountAsync(World world, object input)
    {
        world.Statements.Clear();
        (await world.SystemAdmin.ChangeBureauAsync(input)).Succeeded();
        return world.Statements.Statements.Count;
    }

    private static async Task<long> PopulateAsync(World world)
    {
        (await world.SystemAdmin.AddIndustryDepartmentAsync(KeepBaseData.NewDepartment(world))).Succeeded();
        var worker = await world.ProfessionalAsync(world.Factory);
        var other = await world.ProfessionalAsync(world.Factory);
        await world.ProfessionalAsync(world.School);
        await world.DeclarationAsync(worker, DeclarationStatus.Passed, SubjectCategory.Public, 30);
        await world.DeclarationAsync(worker, DeclarationStatus.Passed, SubjectCategory.Professional, 60);
        await world.DeclarationAsync(other, DeclarationStatus.Draft);
        (await world.As(world.Factory).IssueAsync((await worker.OwnYearAsync(world.Year)).String("yearCompletions.nodes.0.id")!)).Succeeded();
        return await world.DeclarationAsync(other, DeclarationStatus.UnderReview);
    }

    // Whatever is not yet forwarded.
    private static Task<List<Placed>> PlacedAsync(World world) => world.ReadAsync(async db => (List<Placed>)
    [
        .. await db.Organizations.OrderBy(o => o.Id).Select(o => new Placed("Organization", o.Id, o.CityCode, o.CountyCode)).ToListAsync(),
        .. await db.Professionals.OrderBy(p => p.Id).Select(p => new Placed("Professional", p.Id, p.CityCode, p.CountyCode)).ToListAsync(),
        .. await db.YearTotals.OrderBy(t => t.Id).Select(t => new Placed("YearTotal", t.Id, t.CityCode, t.CountyCode)).ToListAsync(),
        .. await db.Certificates.OrderBy(c => c.Id).Select(c => new Placed("Certificate", c.Id, c.CityCode, c.CountyCode)).ToListAsync(),
        .. await db.Declarations.Where(d => d.ForwardedAt == null).OrderBy(d => d.Id).Select(d => new Placed("Declaration", d.Id, d.CityCode, d.CountyCode)).ToListAsync(),
    ]);

    private static Task<List<(long Id, string? City, string? County, long? Target)>> ForwardedAsync(World world) => world.ReadAsync(async db =>
        (await db.Declarations.Where(d => d.ForwardedAt != null).OrderBy(d => d.Id).ToListAsync()).ConvertAll(d => (d.Id, d.CityCode, d.CountyCode, d.TargetId)));

    // By the tree alone, sharing no code with the statements.
    private static Task<List<Placed>> FreshAsync(World world) => world.ReadAsync(async db =>
    {
        var organizations = await db.Organizations.AsNoTracking().OrderBy(o => o.Id).ToListAsync();
        var byId = organizations.ToDictionary(o => o.Id);
        Area AreaOf(long id) => byId[id] switch
        {
            HrBureau { Tier: BureauTier.Province } => new(null, null),
            HrBureau { Tier: BureauTier.City } city => new(city.RegionCode, null),
            HrBureau county => new(AreaOf(county.SupervisorId!.Value).CityCode, county.RegionCode),
            var other => AreaOf(other.SupervisorId!.Value),
        };
        Placed Of(string kind, long id, long organization) => new(kind, id, AreaOf(organization).CityCode, AreaOf(organization).CountyCode);
        return (List<Placed>)
        [
            .. organizations.Select(o => Of("Organization", o.Id, o.Id)),
            .. (await db.Professionals.OrderBy(p => p.Id).Select(p => new { p.Id, p.EmployerId }).ToListAsync()).Select(p => Of("Professional", p.Id, p.EmployerId)),
            .. (await db.YearTotals.OrderBy(t => t.Id).Select(t => new { t.Id, t.EmployerId }).ToListAsync()).Select(t => Of("YearTotal", t.Id, t.EmployerId)),
            .. (await db.Certificates.OrderBy(c => c.Id).Select(c => new { c.Id, c.EmployerId }).ToListAsync()).Select(c => Of("Certificate", c.Id, c.EmployerId)),
            .. (await db.Declarations.Where(d => d.ForwardedAt == null).OrderBy(d => d.Id).Select(d => new { d.Id, d.EmployerId }).ToListAsync()).Select(d => Of("Declaration", d.Id, d.EmployerId)),
        ];
    });
}
