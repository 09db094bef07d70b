using HnCe.Domain.Data.Providers;
using HnCe.Domain.Files;
using HnCe.Domain.Organizations;
using HnCe.Graph.Server;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Graph.Tests.Organizations;

/// <summary>What 单位注册 names: bureau, department, codes and scan are looked at again, whatever the pickers offered.</summary>
public sealed class RegisterChoicesTests(Worlds worlds) : IClassFixture<Worlds>
{
    [Theory, OnBothDatabases, Trait("Spec", "PIC-03")]
    public async Task Bureau_RetiredOrElsewhere_IsRefused(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.RetireAsync(world.Luanchuan);
        await world.RetireAsync(world.Health);

        async Task<Reply> Under(HrBureau bureau, string region, IndustryDepartment? department = null) => await world.Visitor.RegisterEmployerAsync(await Do.ApplicationAsync(world,
            ("organization.supervisor", Do.BureauId(bureau)), ("organization.regionCode", region),
            ("organization.industryDepartment", department is null ? null : GlobalId.Encode("IndustryDepartment", department.Id))));

        Assert.Equal([("TARGET_RETIRED", "input.organization.supervisor")], Both(await Under(world.Luanchuan, "410324")));
        Assert.Equal([("TARGET_RETIRED", "input.organization.industryDepartment")], Both(await Under(world.Luoyang, "410324", world.Health)));
        Assert.Equal([("NOT_AN_OPTION", "input.organization.supervisor")], Both(await Under(world.Luoyang, "410102")));
        Assert.Equal([("NOT_AN_OPTION", "input.organization.supervisor")], Both(await Under(world.Zhongyuan, "410100")));
        Assert.Equal([("NOT_AN_OPTION", "input.organization.supervisor")], Both(await Under(world.Zhengzhou, "410181")));
        Assert.Equal([("NOT_AN_OPTION", "input.organization.industryDepartment")], Both(await Under(world.Luoyang, "410311", world.Education)));
        Assert.Empty(Both(await Under(world.Luoyang, "410324")));
        Assert.Empty(Both(await Under(world.Province, "410102", world.Education)));
        Assert.Empty(Both(await Under(world.Province, "410000")));
    }

    [Theory, OnBothDatabases, Trait("Spec", "PIC-03")]
    public async Task Choice_RetiredSinceThePicker_IsRefused(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.Program.WriteAsync((work, _) => work.Db.CodeItems.Where(i => i.List == "unit_natures" && i.Code == "21").ExecuteUpdateAsync(set => set.SetProperty(i => i.Retired, true)));
        await world.Program.WriteAsync((work, _) => work.Db.Regions.Where(r => r.Code == "410100").ExecuteUpdateAsync(set => set.SetProperty(r => r.Retired, true)));

        var reply = await world.Visitor.RegisterEmployerAsync(await Do.ApplicationAsync(world));

        Assert.Equal([("NOT_AN_OPTION", "input.organization.regionCode"), ("NOT_AN_OPTION", "input.organization.nature")], Both(reply));
    }

    [Theory, OnBothDatabases, Trait("Spec", "EMP-01"), Trait("Spec", "SEC-D1")]
    public async Task Scan_ForeignUsedOldOrArchive_IsLikeNone(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var used = await world.ScanAsync();
        (await world.Visitor.RegisterEmployerAsync(await Do.ApplicationAsync(world, ("organization.scan", used)))).Succeeded();
        string[] tickets =
        [
            used, world.As(world.School).File, "1", await world.ScanAsync(FileType.Zip), await world.ScanAsync(age: TimeSpan.FromMinutes(121)),
        ];

        foreach (var ticket in tickets)
        {
            Assert.Equal([("FILE_REQUIRED", "input.organization.scan")], Both(await world.Visitor.RegisterEmployerAsync(await Do.ApplicationAsync(world, ("organization.scan", ticket)))));
        }

        Assert.Empty(Both(await world.Visitor.RegisterEmployerAsync(await Do.ApplicationAsync(world, ("organization.scan", await world.ScanAsync(FileType.Pdf, TimeSpan.FromMinutes(119)))))));
    }

    [Theory, OnBothDatabases, Trait("Spec", "EMP-01")]
    public async Task Scan_TwiceAtOnce_ServesOneRegistration(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var ticket = await world.ScanAsync();
        var inputs = new[] { await Do.ApplicationAsync(world, ("organization.scan", ticket)), await Do.ApplicationAsync(world, ("organization.scan", ticket)) };

        var replies = await Task.WhenAll(inputs.Select(input => Task.Run(() => world.Visitor.RegisterEmployerAsync(input))));

        Assert.Single(replies, reply => reply.Refusals.Count == 0);
        Assert.Contains(Assert.Single(replies.SelectMany(reply => reply.Refusals)), new[] { "FILE_REQUIRED", "CONFLICT" });
    }

    private static IEnumerable<(string, string?)> Both(Reply reply) => reply.Refusals.Zip(reply.Paths);
}
