using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data.Providers;
using HnCe.Testing;
using Xunit;

namespace HnCe.Graph.Tests.Access;

/// <summary>Every refusal of the closed list is really given by somebody.</summary>
public sealed class RefusalTests(Worlds worlds) : IClassFixture<Worlds>
{
    /// <summary>These have tests of their own.</summary>
    private static readonly RefusalCode[] Elsewhere = [RefusalCode.Conflict, RefusalCode.TargetRetired, RefusalCode.OrganizationRetired, RefusalCode.CategoryNotAllowed];

    public static TheoryData<RefusalCode, DatabaseProvider> Cases
    {
        get
        {
            var cases = new TheoryData<RefusalCode, DatabaseProvider>();
            foreach (var code in Provoked.Ways.Keys)
            {
                cases.Add(code, DatabaseProvider.Sqlite);
                cases.Add(code, DatabaseProvider.PostgreSql);
            }

            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases)), Trait("Spec", "REV-14")]
    public async Task Refusal_Provoked_ComesWithItsCode(RefusalCode code, DatabaseProvider provider) =>
        Assert.Contains(Provoked.Code(code), await Provoked.Ways[code](await worlds.On(provider)));

    [Fact]
    public void RefusalCodes_OfTheClosedList_AreAllProvoked() =>
        Assert.Equal(Enum.GetValues<RefusalCode>().Order(), Provoked.Ways.Keys.Concat(Elsewhere).Order());

    [Theory, OnBothDatabases, Trait("Spec", "FWD-06"), Trait("Spec", "LOG-06")]
    public async Task RetiredBureau_IsNoTargetAndLetsNobodyIn(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var id = World.IdOf(await world.DeclarationAsync(await world.ProfessionalAsync(world.Clinic)));
        var clerk = world.As(world.Luanchuan);
        await world.RetireAsync(world.Luanchuan);

        var forwarded = await world.As(world.Clinic).ForwardAsync([id]);
        var entered = await clerk.RunAsync<SignIn, Outcome<SignedInAccount>>(signIn => signIn.RunAsync(clerk.Credentials, default));

        Assert.Equal(["TARGET_RETIRED"], forwarded.Refusals);
        Assert.Equal(RefusalCode.OrganizationRetired, Assert.Single(entered.Refusals).Code);
    }

    [Fact, Trait("Spec", "IND-11")]
    public async Task Registration_LostRace_IsAConflict()
    {
        var before = new BeforeStatement("INSERT INTO \"Accounts\"");
        await using var world = await World.CreateAsync(DatabaseProvider.PostgreSql, before);
        var input = Do.Registration(world, world.Stranger());
        before.Once(async () => (await world.Visitor.RegisterAsync(input)).Succeeded());

        var loser = await world.Visitor.RegisterAsync(input);

        Assert.Equal(["CONFLICT"], loser.Refusals);
    }
}
