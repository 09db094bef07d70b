using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.Declarations;
using HnCe.Domain.Organizations;
using HnCe.Graph.Server;
using HnCe.Testing;
using Xunit;

namespace HnCe.Graph.Tests.Accounts;

/// <summary>Who sees which accounts, and what the system administrator does not see.</summary>
public sealed class AccountListTests
{
    private const string Find = "query ($filter: AccountFilterInput) { accounts(filter: $filter, first: 100) { totalCount nodes { id } } }";

    [Theory, OnBothDatabases, Trait("Spec", "BUR-09"), Trait("Spec", "PRO-06"), Trait("Spec", "EMP-11"), Trait("Spec", "SEC-A2")]
    public async Task EveryRole_SeesTheAccountsOfItsArea(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var teacher = await world.ProfessionalAsync(world.School);
        List<Actor> all = [.. world.Administrators, teacher];
        (Actor Actor, IEnumerable<Actor> Seen)[] expected =
        [
            (world.As(world.School), Of(world, world.School)),
            (world.As(world.Zhongyuan), Of(world, world.Hospital)),
            (world.As(world.Luolong), []),
            (world.As(world.Gongyi), Of(world, world.Factory)),
            (world.As(world.Zhengzhou), Of(world, world.School, world.Hospital, world.CountySchool, world.Institution, world.Education, world.Zhongyuan, world.Xinzheng)),
            (world.As(world.Province), all.Where(one => one.Caller.Role is not (UserType.SystemAdmin or UserType.Individual))),
            (world.SystemAdmin, all),
        ];

        foreach (var (actor, seen) in expected)
        {
            Assert.Equal(seen.Select(Do.AccountId).Order(), (await FindAsync(actor, null)).Order());
        }

        foreach (var denied in new[] { world.As(world.Institution), world.As(world.Education), teacher })
        {
            Assert.Equal(["FORBIDDEN"], (await denied.AskAsync(Find)).Errors);
            Assert.DoesNotContain(world.As(world.School).AccountId(), (await denied.AskAsync("query ($id: ID!) { node(id: $id) { id } }", new { id = world.As(world.School).AccountId() })).Text, StringComparison.Ordinal);
        }
    }

    [Theory, OnBothDatabases, Trait("Spec", "SYS-03"), Trait("Spec", "S-SYS-01"), Trait("Spec", "S-EMP-05"), Trait("Spec", "S-PRO-01"), Trait("Spec", "S-SYS-02")]
    public async Task EveryFilter_Narrows(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var (admin, clerk) = (world.SystemAdmin, await world.AppointAsync(world.School, world.Stranger("欧阳晓岚")));
        var teacher = await world.ProfessionalAsync(world.School, person: clerk.Person);
        (await admin.DoAsync(AccountAction.Disable, clerk)).Succeeded();
        var number = clerk.Person!.IdNumber;

        Assert.Equal([teacher.AccountId()], await FindAsync(admin, new { userType = "INDIVIDUAL" }));
        Assert.Equal([clerk.AccountId()], await FindAsync(admin, new { states = new[] { "DISABLED" } }));
        Assert.Equal([teacher.AccountId(), clerk.AccountId()], await FindAsync(admin, new { name = "阳晓" }));
        Assert.Equal([teacher.AccountId(), clerk.AccountId()], await FindAsync(admin, new { idNumber = $" {number.ToLowerInvariant()} " }));
        Assert.Empty(await FindAsync(admin, new { idNumber = number[..17] }));
        Assert.Equal([teacher.AccountId(), clerk.AccountId()], await FindAsync(admin, new { samePersonAs = clerk.AccountId() }));
        Assert.Equal([world.As(world.Clinic).AccountId()], await FindAsync(admin, new { organizationName = "栾川县 中医" }));
        Assert.Equal([clerk.AccountId(), world.As(world.School).AccountId()], await FindAsync(world.As(world.Zhengzhou), new { organization = GlobalId.Encode("OrganizationDetails", world.School.Id) }));
        Assert.Equal([admin.AccountId()], await FindAsync(admin, new { colleagues = true }));
        Assert.Equal([world.As(world.Province).AccountId()], await FindAsync(world.As(world.Province), new { colleagues = true }));
        Assert.Equal([clerk.AccountId(), world.As(world.School).AccountId()], await FindAsync(world.As(world.School), new { colleagues = true }));
    }

    [Theory, OnBothDatabases, Trait("Spec", "S-EMP-05"), Trait("Spec", "SEC-E5")]
    public async Task Account_Shown_IsMasked(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var clerk = world.As(world.School);

        var reply = await clerk.MustAsync("{ accounts { nodes { name idNumber mobile userType organization { name } state stateReason createdAt lastSignInAt mustChangePassword twoFactorEnabled allowedActions } } }");

        Assert.Equal($"{clerk.Person!.IdNumber[..6]}********{clerk.Person.IdNumber[^4..]}", reply.String("accounts.nodes.0.idNumber"));
        Assert.Equal($"{clerk.Person.Mobile[..3]}****{clerk.Person.Mobile[^4..]}", reply.String("accounts.nodes.0.mobile"));
        Assert.Equal("郑州市第一中学", reply.String("accounts.nodes.0.organization.name"));
        Assert.Empty(reply["accounts.nodes.0.allowedActions"].EnumerateArray());
    }

    [Theory, OnBothDatabases, Trait("Spec", "SYS-06")]
    public async Task SystemAdministrator_SeesNoBusinessData(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var teacher = await world.ProfessionalAsync(world.School);
        var declaration = World.IdOf(await world.DeclarationAsync(teacher, DeclarationStatus.UnderReview));
        var admin = world.SystemAdmin;

        foreach (var field in new[] { "declarations { totalCount }", "professionals { totalCount }", "yearCompletions { totalCount }", "registrations { totalCount }", "managedOrganizations(kind: EMPLOYER) { totalCount }", $"declaration(id: \"{declaration}\") {{ id }}" })
        {
            Assert.Equal(["FORBIDDEN"], (await admin.AskAsync($"{{ {field} }}")).Errors);
        }

        var nodes = await admin.AskAsync("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids = new[] { declaration, teacher.ProfessionalId } });
        Assert.DoesNotContain(declaration, nodes.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(teacher.ProfessionalId, nodes.Text, StringComparison.Ordinal);
        using var browser = await world.SignInAsync(admin);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await browser.GetAsync($"/files/{teacher.File}")).StatusCode);
        Assert.Equal(["FORBIDDEN"], (await admin.PassAsync(declaration)).Errors);
        Assert.Equal(["FORBIDDEN"], (await admin.AskAsync("mutation ($id: ID!) { revealIdNumber(input: { professional: $id, reason: \"核对\" }) { idNumber } }", new { id = teacher.ProfessionalId })).Errors);
    }

    private static IEnumerable<Actor> Of(World world, params Organization[] organizations) => organizations.Select(world.As);

    private static async Task<IReadOnlyList<string>> FindAsync(Actor actor, object? filter) => (await actor.MustAsync(Find, new { filter })).Each("accounts.nodes", "id");
}
