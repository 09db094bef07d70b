using HnCe.Domain.Data;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.Organizations;
using HnCe.Domain.ReferenceData;
using HnCe.Graph.Tests.Organizations;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Graph.Tests.ReferenceData;

/// <summary>管理单位性质, 管理隶属关系.</summary>
public sealed class KeptCodeTests(Worlds worlds) : IClassFixture<Worlds>
{
    public static TheoryData<string, object, string, string> Wrong => new()
    {
        { "code", "1", "ALREADY_EXISTS", "input.code" },
        { "code", "", "INVALID_TEXT", "input.code" },
        { "code", "代码", "INVALID_TEXT", "input.code" },
        { "code", "123456789", "INVALID_TEXT", "input.code" },
        { "name", " ", "REQUIRED", "input.name" },
        { "name", "机关", "ALREADY_EXISTS", "input.name" },
        { "name", new string('性', 51), "TOO_LONG", "input.name" },
        { "order", -1, "OUT_OF_RANGE", "input.order" },
        { "order", 10_000, "OUT_OF_RANGE", "input.order" },
    };

    [Theory, OnBothDatabases, Trait("Spec", "BAS-03"), Trait("Spec", "BAS-04"), Trait("Spec", "BAS-06"), Trait("Spec", "S-SYS-05"), Trait("Spec", "S-SYS-06")]
    public async Task Code_AddedChangedRetiredAndBack_IsOfferedAsItsStateSays(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        foreach (var (list, name) in new[] { ("UNIT_NATURES", "unit_natures"), ("AFFILIATIONS", "affiliations") })
        {
            (await world.SystemAdmin.CodeAsync("add", new { list, code = "77", name = "农民合作社", order = 3 })).Succeeded();
            var added = await OfferedAsync(world, list);
            (await world.SystemAdmin.CodeAsync("change", new { list, code = "77", name = "专业合作社", order = 99 })).Succeeded();
            var changed = await OfferedAsync(world, list);
            (await world.SystemAdmin.CodeAsync("retire", new { list, code = "77" })).Succeeded();
            var retired = await OfferedAsync(world, list);
            var kept = await world.SystemAdmin.MustAsync($"{{ keptCodes(list: {list}, code: \"77\") {{ name order retired auditSubject }} }}");
            (await world.SystemAdmin.CodeAsync("reactivate", new { list, code = "77" })).Succeeded();
            var told = await world.SystemAdmin.MustAsync("query ($subject: String!) { auditEntries(subject: $subject) { nodes { detail } } }", new { subject = kept.String("keptCodes.0.auditSubject") });

            Assert.Contains("农民合作社", added);
            Assert.Contains("专业合作社", changed);
            Assert.DoesNotContain("专业合作社", retired);
            Assert.True(kept["keptCodes.0.retired"].GetBoolean());
            Assert.Contains("专业合作社", await OfferedAsync(world, list));
            Assert.Equal($"CodeItem:{name}/77", kept.String("keptCodes.0.auditSubject"));
            Assert.Equal(4, told.Each("auditEntries.nodes", "detail").Count);
            Assert.Equal("{\"Name\":[\"农民合作社\",\"专业合作社\"],\"Order\":[3,99]}", told.Each("auditEntries.nodes", "detail")[2]);
        }
    }

    [Theory, OnBothDatabases, Trait("Spec", "BAS-03"), Trait("Spec", "BAS-04")]
    public async Task Code_Retired_KeepsItsNameWhereItWasChosen(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        (await world.SystemAdmin.CodeAsync("add", new { list = "UNIT_NATURES", code = "78", name = "试点单位", order = 1 })).Succeeded();
        await world.Program.WriteAsync(async (work, _) =>
        {
            (await work.Db.Organizations.SingleAsync(o => o.Id == world.School.Id)).Describe(new OrganizationData { Nature = "78" });
            return 1;
        });

        var before = await OfferedToUseCasesAsync(world);
        var uses = await world.SystemAdmin.MustAsync("{ nature: codeUses(list: UNIT_NATURES, code: \"78\") affiliation: codeUses(list: AFFILIATIONS, code: \"78\") }");
        (await world.SystemAdmin.CodeAsync("retire", new { list = "UNIT_NATURES", code = "78" })).Succeeded();
        var names = await world.Visitor.RunAsync<CodeNames, IReadOnlyDictionary<string, string>>(reader => reader.OfAsync(KeptCodeList.UnitNatures, ["78", "10", "nothing"], default));

        Assert.Equal((1, 0), ((int)uses.Number("nature"), (int)uses.Number("affiliation")));
        Assert.Equal(["机关", "试点单位"], names.Values.Order(StringComparer.Ordinal));
        Assert.Equal((true, false), (before, await OfferedToUseCasesAsync(world)));
    }

    [Theory, MemberData(nameof(Wrong)), Trait("Spec", "BAS-03"), Trait("Spec", "BAS-06")]
    public async Task Code_Wrong_IsRefusedAtTheField(string field, object value, string code, string path)
    {
        var world = await worlds.On(DatabaseProvider.Sqlite);
        await world.SystemAdmin.CodeAsync("add", new { list = "UNIT_NATURES", code = "1", name = "一", order = 1 });
        var input = new Dictionary<string, object?> { ["list"] = "UNIT_NATURES", ["code"] = "79", ["name"] = "某性质", ["order"] = 1, [field] = value };

        var reply = await world.SystemAdmin.CodeAsync("add", input);

        Assert.Contains((code, path), reply.Refusals.Zip(reply.Paths, (one, at) => (one, at!)));
    }

    [Theory, OnBothDatabases, Trait("Spec", "BAS-03"), Trait("Spec", "BAS-08")]
    public async Task Code_ThatDoesNotExistOrIsOfAnotherList_CannotBeKept(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);

        Assert.Equal(["NOT_FOUND"], (await world.SystemAdmin.CodeAsync("change", new { list = "UNIT_NATURES", code = "nothing", name = "无", order = 1 })).Refusals);
        Assert.Equal(["NOT_FOUND"], (await world.SystemAdmin.CodeAsync("retire", new { list = "AFFILIATIONS", code = "nothing" })).Refusals);
        Assert.NotEmpty((await world.SystemAdmin.CodeAsync("retire", new { list = "MAJORS", code = "01" })).Errors);
    }

    [Theory, OnBothDatabases, Trait("Spec", "BAS-08")]
    public async Task Seeding_Again_LeavesWhatPagesKeepAlone(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        (await world.SystemAdmin.CodeAsync("change", new { list = "UNIT_NATURES", code = "10", name = "党政机关", order = 5 })).Succeeded();
        (await world.SystemAdmin.CodeAsync("retire", new { list = "UNIT_NATURES", code = "90" })).Succeeded();

        await world.Program.RunAsync<UnitOfWork, bool>(async work =>
        {
            await new SeedReferenceData(work).RunAsync(default);
            return true;
        });

        var offered = await OfferedAsync(world, "UNIT_NATURES");
        Assert.Contains("党政机关", offered);
        Assert.DoesNotContain("其他", offered);
    }

    private static async Task<IReadOnlyList<string>> OfferedAsync(World world, string list) => (await world.Visitor.MustAsync($"{{ codes(list: {list}) {{ name }} }}")).Each("codes", "name");

    private static Task<bool> OfferedToUseCasesAsync(World world) => world.ReadAsync(db => CodeNames.IsOfferedAsync(db, KeptCodeList.UnitNatures, "78", default));
}
