using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.Notifications;
using HnCe.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HnCe.Graph.Tests.Accounts;

/// <summary>新增管理员.</summary>
public sealed class AddAdministratorTests(Worlds worlds) : IClassFixture<Worlds>
{
    public static TheoryData<UserType> Others => [.. Enum.GetValues<UserType>().Where(role => !role.Grants(Permission.AddAdministrators))];

    [Theory, OnBothDatabases, Trait("Spec", "EMP-11"), Trait("Spec", "PRO-03"), Trait("Spec", "SYS-04"), Trait("Spec", "ACC-05"), Trait("Spec", "ACC-01")]
    public async Task Administrator_Added_IsAColleagueInForceWithTheInitialPassword(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        foreach (var adder in new[] { world.As(world.School), world.As(world.Province), world.SystemAdmin })
        {
            var person = world.Stranger();

            var id = GlobalIdOf.Key((await adder.AddAdministratorAsync(person)).Succeeded().String("addAdministrator.accountId")!);

            var row = await world.ReadAsync(db => db.Accounts.SingleAsync(a => a.Id == id));
            var message = await world.ReadAsync(db => db.Messages.SingleAsync(m => m.AccountId == id));
            Assert.Equal((adder.Caller.Role, adder.Caller.OrganizationId, AccountState.Active), (row.UserType, row.OrganizationId, row.State));
            Assert.True(row.MustChangePassword);
            Assert.Equal(world.Clock.GetUtcNow().UtcDateTime.AddHours(72), row.InitialPasswordUntil);
            Assert.Equal(MessageKind.AdministratorAdded, message.Kind);
            var added = new Actor(world, adder.Caller with { AccountId = id }, person, adder.OrganizationCode);
            Assert.NotNull((await EnterAsync(added, InitialPassword.Value)).Value);
        }
    }

    [Theory, OnBothDatabases, Trait("Spec", "EMP-11"), Trait("Spec", "LOG-08")]
    public async Task Person_Again_IsRefusedUntilRevoked_AndMayServeElsewhere(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var (clerk, person) = (world.As(world.School), world.Stranger());
        var id = (await clerk.AddAdministratorAsync(person)).Succeeded().String("addAdministrator.accountId")!;

        var again = await clerk.AddAdministratorAsync(person);
        var elsewhere = await world.As(world.Hospital).AddAdministratorAsync(person);
        (await clerk.DoAsync(AccountAction.Revoke, [id])).Succeeded();
        var anew = await clerk.AddAdministratorAsync(person);

        Assert.Equal(["ALREADY_REGISTERED", "input.idNumber"], again.Refusals.Concat(again.Paths));
        Assert.Empty(elsewhere.Refusals);
        Assert.NotEqual(id, anew.Succeeded().String("addAdministrator.accountId"));
    }

    [Theory, OnBothDatabases, Trait("Spec", "EMP-11")]
    public async Task Person_TenTimesAtOnce_IsAddedOnce(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var person = world.Stranger();

        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => world.As(world.School).AddAdministratorAsync(person))));

        Assert.Single(replies, reply => reply.Refusals.Count == 0);
        Assert.All(replies.SelectMany(reply => reply.Refusals), code => Assert.Contains(code, new[] { "ALREADY_REGISTERED", "CONFLICT" }));
    }

    [Theory, Trait("Spec", "EMP-11")]
    [InlineData("idNumber", "419900197501010011", "INVALID_ID_NUMBER")]
    [InlineData("name", "王", "REQUIRED")]
    [InlineData("mobile", "0371", "INVALID_MOBILE")]
    [InlineData("mail", "王芳@", "INVALID_MAIL")]
    public async Task Answer_ThatIsNone_IsRefusedAtItsField(string field, string value, string code)
    {
        var world = await worlds.On(DatabaseProvider.Sqlite);

        var reply = await world.As(world.School).AddAdministratorAsync(world.Stranger(), (field, value));

        Assert.Equal([code, $"input.{field}"], reply.Refusals.Concat(reply.Paths));
    }

    [Theory, MemberData(nameof(Others)), Trait("Spec", "EMP-11"), Trait("Spec", "PRO-03"), Trait("Spec", "SYS-04")]
    public async Task Role_WithoutThatMenu_IsForbidden(UserType role)
    {
        var world = await worlds.On(DatabaseProvider.Sqlite);
        var actor = role is UserType.Individual ? await world.ProfessionalAsync(world.School) : world.As(role);

        Assert.Equal(["FORBIDDEN"], (await actor.AddAdministratorAsync(world.Stranger())).Errors);
        Assert.Equal(["UNAUTHENTICATED"], (await world.Visitor.AddAdministratorAsync(world.Stranger())).Errors);
    }

    [Theory, OnBothDatabases, Trait("Spec", "GEN-03")]
    public async Task FirstAdministrators_ComeFromTheInstallationOnly_LaterOnesFromThem(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        foreach (var type in new[] { UserType.SystemAdmin, UserType.ProvincialDepartment })
        {
            var (first, second) = (world.Stranger(), world.Stranger());

            var created = await CreateAsync(world, type, first);
            var row = await world.ReadAsync(db => db.Accounts.SingleAsync(a => a.Id == created.Value));
            var founder = new Actor(world, Caller.Visitor with { AccountId = row.Id, Role = type, OrganizationId = row.OrganizationId }, first);
            var added = await founder.AddAdministratorAsync(second);

            Assert.NotNull((await EnterAsync(founder, MadeUpPerson.Password)).Value);
            Assert.Empty(added.Refusals);
        }

        Assert.Equal(RefusalCode.NotAnOption, Assert.Single((await CreateAsync(world, UserType.LocalBureau, world.Stranger())).Refusals).Code);
        Assert.DoesNotContain(world.Graph.Schema.Mutation!.Fields, field => field.Name == "createAdministrator");
    }

    private static Task<Outcome<long>> CreateAsync(World world, UserType type, MadeUpPerson person) => world.Program.RunAsync<UnitOfWork, Outcome<long>>(work =>
        new CreateAdministrator(work, new ApplicantAccounts(work, world.Services.GetRequiredService<SecretBox>(), world.Services.GetRequiredService<IPasswordHasher<Account>>(), world.Clock))
            .RunAsync(type, new() { IdNumber = person.IdNumber, Name = person.Name, Mobile = person.Mobile, Mail = person.Mail, Password = MadeUpPerson.Password }, default));

    private static Task<Outcome<SignedInAccount>> EnterAsync(Actor actor, string password) =>
        actor.RunAsync<SignIn, Outcome<SignedInAccount>>(signIn => signIn.RunAsync(actor.Credentials with { Password = password }, default));
}
