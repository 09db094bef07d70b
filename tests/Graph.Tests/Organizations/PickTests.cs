using HnCe.Domain.Data.Providers;
using HnCe.Graph.Server;
using HnCe.Testing;
using Xunit;

namespace HnCe.Graph.Tests.Organizations;

/// <summary>What the pickers of the registrations are offered.</summary>
public sealed class PickTests(Worlds worlds) : IClassFixture<Worlds>
{
    [Theory, OnBothDatabases, Trait("Spec", "PIC-01"), Trait("Spec", "BUR-01")]
    public async Task Bureaus_ByPartOfTheName_AreFoundAmongAll(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);

        Assert.Equal(["新郑市人力资源和社会保障局"], await BureausAsync(world, "name: \"新郑\""));
        Assert.Equal(["济源市人力资源和社会保障局"], await BureausAsync(world, "name: \"济源\", localOnly: true"));
        Assert.Empty(await BureausAsync(world, "name: \"河南省\", localOnly: true"));
        Assert.Equal([world.Province.Name], await BureausAsync(world, "name: \"河南省\""));
    }

    [Theory, OnBothDatabases, Trait("Spec", "PIC-02")]
    public async Task Bureaus_OverARegion_AreItsOwnAndThoseAbove(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);

        Assert.Equal([world.Province.Name, world.Zhengzhou.Name, world.Xinzheng.Name], await BureausAsync(world, "overRegion: \"410184\""));
        Assert.Equal([world.Province.Name, world.Gongyi.Name], await BureausAsync(world, "overRegion: \"410181\""));
        Assert.Equal([world.Province.Name, world.Zhengzhou.Name], await BureausAsync(world, "overRegion: \"410100\""));
        Assert.Equal([world.Province.Name], await BureausAsync(world, "overRegion: \"410000\""));
        Assert.Empty(await BureausAsync(world, "overRegion: \"110000\""));
    }

    [Theory, OnBothDatabases, Trait("Spec", "PIC-03")]
    public async Task Retired_IsNotOffered(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.RetireAsync(world.Xinzheng);
        await world.RetireAsync(world.Health);

        Assert.Empty(await BureausAsync(world, "name: \"新郑\""));
        Assert.Equal([world.Province.Name, world.Zhengzhou.Name], await BureausAsync(world, "overRegion: \"410184\""));
        Assert.Equal([world.Education.Name], await DepartmentsAsync(world, "first: 100"));
        var picked = await world.Visitor.MustAsync("query ($b: ID!, $d: ID!) { pickedHrBureau(id: $b) { name } pickedIndustryDepartment(id: $d) { name } }",
            new { b = Do.BureauId(world.Xinzheng), d = GlobalId.Encode("IndustryDepartment", world.Health.Id) });
        Assert.Equal("""{"pickedHrBureau":null,"pickedIndustryDepartment":null}""", picked.Json.GetProperty("data").GetRawText());
    }

    [Theory, OnBothDatabases, Trait("Spec", "PIC-02"), Trait("Spec", "PIC-04")]
    public async Task Departments_ByRegionBureauAndName_AreFound(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);

        Assert.Equal([world.Education.Name], await DepartmentsAsync(world, "regionCode: \"410100\""));
        Assert.Equal([world.Education.Name], await DepartmentsAsync(world, "overRegion: \"410184\""));
        Assert.Equal([world.Health.Name], await DepartmentsAsync(world, $"bureau: \"{Do.BureauId(world.Luoyang)}\""));
        Assert.Equal([world.Health.Name], await DepartmentsAsync(world, "name: \"卫生\""));
        Assert.Empty(await DepartmentsAsync(world, "overRegion: \"410181\""));
        Assert.Empty(await DepartmentsAsync(world, "regionCode: \"410181\""));
    }

    [Theory, OnBothDatabases, Trait("Spec", "PIC-02")]
    public async Task Region_ByCode_IsNamedInFull(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);

        Assert.Equal("郑州市新郑市", (await world.Visitor.MustAsync("{ region(code: \"410184\") { fullName } }")).String("region.fullName"));
        Assert.Equal("""{"region":null}""", (await world.Visitor.MustAsync("{ region(code: \"x\") { name } }")).Json.GetProperty("data").GetRawText());
    }

    private static async Task<IReadOnlyList<string>> BureausAsync(World world, string arguments) =>
        (await world.Visitor.MustAsync($"{{ pickHrBureaus({arguments}) {{ nodes {{ name code regionName }} totalCount }} }}")).Each("pickHrBureaus.nodes", "name");

    private static async Task<IReadOnlyList<string>> DepartmentsAsync(World world, string arguments) =>
        (await world.Visitor.MustAsync($"{{ pickIndustryDepartments({arguments}) {{ nodes {{ name code regionName }} }} }}")).Each("pickIndustryDepartments.nodes", "name");
}
