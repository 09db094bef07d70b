using HnCe.Domain.Accounts;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.Organizations;
using HnCe.Graph.Server;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Graph.Tests.Organizations;

/// <summary>管理人社局信息: adding, renaming, and who may not.</summary>
public sealed class BureauTests(Worlds worlds) : IClassFixture<Worlds>
{
    public static TheoryData<string, object?, string, string> Wrong => new()
    {
        { "name", " ", "REQUIRED", "input.name" },
        { "name", new string('局', 101), "TOO_LONG", "input.name" },
        { "name", "人社局\u0007", "INVALID_TEXT", "input.name" },
        { "name", "郑州市人力资源和社会保障局", "ALREADY_EXISTS", "input.name" },
        { "code", "ZZ0000011", "INVALID_ORGANIZATION_CODE", "input.code" },
        { "code", "91410100MA4600000X", "INVALID_CREDIT_CODE", "input.code" },
        { "code", "HB410100-5", "ALREADY_EXISTS", "input.code" },
        { "regionCode", "419999", "REQUIRED", "input.regionCode" },
        { "regionCode", "410300", "NOT_AN_OPTION", "input.regionCode" },
        { "regionCode", "410184", "ALREADY_EXISTS", "input.regionCode" },
        { "tier", BureauTier.Province, "NOT_AN_OPTION", "input.tier" },
        { "tier", BureauTier.City, "NOT_AN_OPTION", "input.parent" },
        { "parent", null, "REQUIRED", "input.parent" },
        { "contact", new string('人', 51), "TOO_LONG", "input.contact" },
    };

    [Theory, OnBothDatabases, Trait("Spec", "BAS-02"), Trait("Spec", "BAS-06"), Trait("Spec", "GEN-10"), Trait("Spec", "S-SYS-04")]
    public async Task Bureau_Added_LiesInTheTreeIsOfferedAndTold(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);

        var id = (await world.SystemAdmin.AddBureauAsync(KeepBaseData.NewBureau(world))).Succeeded().String("addBureau.bureauId")!;
        var shown = await world.SystemAdmin.MustAsync("query ($id: ID!) { bureau(id: $id) { name code tier state regionName contact phone auditSubject parent { name } } }", new { id });
        var offered = await world.Visitor.MustAsync("{ pickHrBureaus(name: \"航空港\") { nodes { id } } }");
        var listed = await world.SystemAdmin.MustAsync("{ bureaus(filter: { name: \"航空港\", regionCode: \"410100\", state: ACTIVE, tiers: [COUNTY] }) { nodes { id } } }");
        var told = await world.SystemAdmin.MustAsync("query ($subject: String!) { auditEntries(subject: $subject) { nodes { action detail } } }", new { subject = shown.String("bureau.auditSubject") });
        var row = await world.ReadAsync(db => db.HrBureaus.SingleAsync(b => b.Id == GlobalIdOf.Key(id)));

        Assert.Equal(new Area("410100", "410173"), row.Area);
        Assert.Equal(("COUNTY", "ACTIVE", "郑州市人力资源和社会保障局"), (shown.String("bureau.tier"), shown.String("bureau.state"), shown.String("bureau.parent.name")));
        Assert.Equal([id], offered.Each("pickHrBureaus.nodes", "id"));
        Assert.Equal([id], listed.Each("bureaus.nodes", "id"));
        var detail = Assert.Single(told.Each("auditEntries.nodes", "detail"));
        Assert.Contains("\"Name\":[null,\"郑州航空港人力资源和社会保障局\"]", detail, StringComparison.Ordinal);
        Assert.DoesNotContain("欧阳秘", detail, StringComparison.Ordinal);
        Assert.DoesNotContain("65900000", detail, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Wrong)), Trait("Spec", "BAS-02"), Trait("Spec", "BAS-06")]
    public async Task Bureau_Wrong_IsRefusedAtTheField(string field, object? value, string code, string path)
    {
        var world = await worlds.On(DatabaseProvider.Sqlite);

        var reply = await world.SystemAdmin.AddBureauAsync(KeepBaseData.NewBureau(world, ("code", KeepBaseData.Code(9)), ("name", "某人社局"), ("regionCode", "410172"), (field, value)));

        Assert.Contains((code, path), reply.Refusals.Zip(reply.Paths, (one, at) => (one, at!)));
    }

    [Theory, OnBothDatabases, Trait("Spec", "BAS-02")]
    public async Task Bureau_Renamed_IsFoundByItsNewNameAndSignsInWithItsNewCode(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var (clerk, code) = (world.As(world.Luolong), KeepBaseData.Code(3));
        var input = await KeepBaseData.InputAsync(world, world.Luolong, ("name", "龙门人力资源局"), ("code", code));

        var effects = await world.SystemAdmin.BureauEffectsAsync(input);
        (await world.SystemAdmin.ChangeBureauAsync(input)).Succeeded();
        var old = await world.Visitor.MustAsync("{ pickHrBureaus(name: \"洛龙\") { nodes { name } } }");
        var now = await world.Visitor.MustAsync("{ pickHrBureaus(name: \"龙门人力\") { nodes { name } } }");
        var before = await clerk.RunAsync<SignIn, Domain.Access.Outcome<SignedInAccount>>(signIn => signIn.RunAsync(clerk.Credentials, default));
        var after = await clerk.RunAsync<SignIn, Domain.Access.Outcome<SignedInAccount>>(signIn => signIn.RunAsync(clerk.Credentials with { OrganizationCode = code }, default));

        Assert.Equal((false, 1), (effects["bureauChangeEffects.effects.moves"].GetBoolean(), (int)effects.Number("bureauChangeEffects.effects.administrators")));
        Assert.Empty(old.Each("pickHrBureaus.nodes", "name"));
        Assert.Equal(["龙门人力资源局"], now.Each("pickHrBureaus.nodes", "name"));
        Assert.Equal(Domain.Access.RefusalCode.WrongCredentials, Assert.Single(before.Refusals).Code);
        Assert.False(after.IsRefused);
    }

    [Theory, OnBothDatabases, Trait("Spec", "BAS-02"), Trait("Spec", "Q4")]
    public async Task Tree_CannotBeTurnedUpsideDown(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var admin = world.SystemAdmin;

        var province = await admin.ChangeBureauAsync(await KeepBaseData.InputAsync(world, world.Province, ("parent", KeepBaseData.IdOf(world.Zhengzhou))));
        var lowered = await admin.ChangeBureauAsync(await KeepBaseData.InputAsync(world, world.Province, ("tier", BureauTier.City)));
        var self = await admin.ChangeBureauAsync(await KeepBaseData.InputAsync(world, world.Luoyang, ("parent", KeepBaseData.IdOf(world.Luoyang))));
        var below = await admin.ChangeBureauAsync(await KeepBaseData.InputAsync(world, world.Luoyang, ("parent", KeepBaseData.IdOf(world.Luolong))));
        var county = await admin.ChangeBureauAsync(await KeepBaseData.InputAsync(world, world.Luoyang, ("tier", BureauTier.County)));
        var none = await admin.ChangeBureauAsync(await KeepBaseData.InputAsync(world, world.Luoyang, ("id", GlobalId.Encode("HrBureau", world.School.Id))));
        var renamed = await admin.ChangeBureauAsync(await KeepBaseData.InputAsync(world, world.Province, ("name", "河南省人社厅")));

        Assert.Equal(["NOT_AN_OPTION"], province.Refusals);
        Assert.Equal(["NOT_AN_OPTION"], lowered.Refusals);
        Assert.Equal(["NOT_AN_OPTION"], self.Refusals);
        Assert.Equal(["NOT_AN_OPTION"], below.Refusals);
        Assert.Equal(["NOT_AN_OPTION", "NOT_AN_OPTION"], county.Refusals);
        Assert.Equal(["NOT_FOUND"], none.Refusals);
        Assert.Empty(renamed.Refusals);
    }

    [Fact, Trait("Spec", "BAS-02")]
    public async Task Code_TakenInTheMeantime_IsAConflict()
    {
        // SQLite has one writer; there is no meantime.
        var before = new BeforeStatement("INSERT INTO \"Organizations\"");
        await using var world = await World.CreateAsync(DatabaseProvider.PostgreSql, before);
        before.Once(async () => (await world.SystemAdmin.AddBureauAsync(KeepBaseData.NewBureau(world))).Succeeded());

        var loser = await world.SystemAdmin.AddBureauAsync(KeepBaseData.NewBureau(world));

        Assert.Equal(["CONFLICT"], loser.Refusals);
    }
}
