using HnCe.Domain.Credits;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.Organizations;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Domain.Tests.ReferenceData;

public sealed class SeedReferenceDataTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    [Trait("Spec", "BAS-08")]
    public async Task Seed_RunTwice_LeavesIdenticalRows(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var before = await SnapshotAsync(database);

        await database.PrepareAsync();

        Assert.Equal(before, await SnapshotAsync(database));
    }

    [Fact]
    [Trait("Spec", "Q4")]
    public async Task Seed_BureauTree_HasOneProvinceEighteenCitiesAndTheCounties()
    {
        await using var database = await TestDatabase.CreateAsync();

        var bureaus = await database.ReadAsync(db => db.HrBureaus.Include(b => b.Supervisor).ToListAsync());

        var jiyuan = bureaus.Single(b => b.RegionCode == "419001");
        Assert.Equal(["Province 1", "City 18", "County 156"], bureaus.GroupBy(b => b.Tier).OrderBy(t => t.Key).Select(t => $"{t.Key} {t.Count()}"));
        Assert.Equal((BureauTier.City, "410000", "济源市人力资源和社会保障局"), (jiyuan.Tier, jiyuan.Supervisor!.RegionCode, jiyuan.Name));
        Assert.Equal(new Area("419001", null), jiyuan.Area);
        Assert.All(bureaus, b => Assert.True(OrganizationCode.TryParse(b.OrgCode, out _)));
        Assert.All(bureaus.Where(b => b.Tier is not BureauTier.Province), b => Assert.NotNull(b.Supervisor));
    }

    [Theory]
    [InlineData("410105", "410100", "410100")]
    [InlineData("410181", "410000", null)]
    [Trait("Spec", "Q4")]
    public async Task Seed_County_HangsBelowCityOrProvince(string county, string above, string? city)
    {
        await using var database = await TestDatabase.CreateAsync();

        var bureau = await database.ReadAsync(db => db.HrBureaus.Include(b => b.Supervisor).SingleAsync(b => b.RegionCode == county));

        Assert.Equal((above, new Area(city, county)), (bureau.Supervisor!.RegionCode, bureau.Area));
    }

    [Theory]
    [InlineData(2012, "senior_full", 24, 40)]
    [InlineData(2014, "intermediate", 24, 40)]
    [InlineData(2014, "junior_assistant", 24, 32)]
    [InlineData(2015, "none", 24, 66)]
    [InlineData(2017, "intermediate", 24, 66)]
    [InlineData(2018, "junior_technician", 30, 60)]
    [InlineData(2026, "senior_associate", 30, 60)]
    [InlineData(2031, "intermediate", 30, 60)]
    [InlineData(2005, "intermediate", 30, 60)]
    [Trait("Spec", "REQ-02, REQ-03")]
    public async Task RequiredHours_YearAndLevel_AreAsSeeded(int year, string level, decimal common, decimal professional)
    {
        await using var database = await TestDatabase.CreateAsync();

        var required = await database.ReadAsync(db => OpenYear.RequiredAsync(db, year, level, default));

        Assert.Equal((common, professional), (required.PublicHours, required.ProfessionalHours));
    }

    [Fact]
    [Trait("Spec", "BAS-02, BAS-03, REQ-01")]
    public async Task Seed_AfterAdministratorsChangedRows_KeepsTheirChanges()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.WriteAsync(work => work.RunAsync<int>("Test", async _ =>
        {
            await work.Db.HrBureaus.Where(b => b.RegionCode == "410105").ExecuteUpdateAsync(set => set.SetProperty(b => b.Name, "改名后的人社局"));
            await work.Db.HrBureaus.Where(b => b.RegionCode == "410106").ExecuteUpdateAsync(set => set.SetProperty(b => b.OrgCode, "123456789"));
            await work.Db.CodeItems.Where(i => i.List == "unit_natures" && i.Code == "10").ExecuteUpdateAsync(set => set.SetProperty(i => i.Name, "党政机关"));
            await work.Db.RequiredHours.Where(r => r.Year == 2020).ExecuteUpdateAsync(set => set.SetProperty(r => r.PublicHours, 12m));
            return 1;
        }, default));
        var before = await SnapshotAsync(database);

        await database.PrepareAsync();

        Assert.Equal(before, await SnapshotAsync(database));
    }

    [Fact]
    [Trait("Spec", "PIC-01")]
    public async Task Seed_EveryBureau_IsFoundByTheGramsOfItsName()
    {
        await using var database = await TestDatabase.CreateAsync();

        var found = await database.ReadAsync(db => db.NameGrams.Where(g => g.Gram == "金水" && g.Kind == nameof(HrBureau))
            .Join(db.HrBureaus, g => g.OrganizationId, b => b.Id, (g, b) => b.Name).ToListAsync());

        Assert.Equal(["金水区人力资源和社会保障局"], found);
    }

    private static async Task<List<string>> SnapshotAsync(TestDatabase database) => await database.ReadAsync(async db => (List<string>)
    [
        .. (await db.Regions.OrderBy(r => r.Code).ToListAsync()).Select(r => $"{r.Code} {r.Name} {r.ParentCode} {r.Level} {r.Retired}"),
        .. (await db.CodeItems.OrderBy(i => i.List).ThenBy(i => i.Code).ToListAsync()).Select(i => $"{i.List} {i.Code} {i.Name} {i.ParentCode} {i.Order} {i.Offered} {i.Retired}"),
        .. (await db.RequiredHours.OrderBy(r => r.Id).ToListAsync()).Select(r => $"{r.Id} {r.Year} {r.TitleLevel} {r.PublicHours} {r.ProfessionalHours}"),
        .. (await db.HrBureaus.OrderBy(b => b.Id).ToListAsync()).Select(b => $"{b.Id} {b.Name} {b.OrgCode} {b.RegionCode} {b.SupervisorId} {b.CityCode} {b.CountyCode}"),
        .. (await db.NameGrams.OrderBy(g => g.OrganizationId).ThenBy(g => g.Gram).ToListAsync()).Select(g => $"{g.OrganizationId} {g.Gram} {g.Kind}"),
        .. (await db.AuditEntries.OrderBy(e => e.Sequence).ToListAsync()).Select(e => e.Hash),
    ]);
}
