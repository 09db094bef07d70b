using System.Text.RegularExpressions;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.Notifications;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HnCe.Graph.Tests.Accounts;

/// <summary>The link that comes by mail to who forgot the password.</summary>
[Trait("Spec", "LOG-10")]
public sealed partial class ForgottenPasswordTests(Worlds worlds) : IClassFixture<Worlds>
{
    private const string Fresh = "Luo-Yang2026";

    [Theory, OnBothDatabases, Trait("Spec", "SEC-B12"), Trait("Spec", "SEC-B9"), Trait("Spec", "ACC-04")]
    public async Task Link_OfTheMail_SetsThePasswordOnceAndEndsSessions(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var clerk = await world.AppointAsync(world.School);
        var session = (await world.EnterAsync(clerk)).Value!;
        var (ticket, key) = await LinkAsync(world, clerk);

        (await ChooseAsync(world, ticket, key, Fresh)).Succeeded();
        var twice = await ChooseAsync(world, ticket, key, "Kai-Feng2026");

        Assert.Equal(["LINK_EXPIRED"], twice.Refusals);
        Assert.False((await world.AfreshAsync(clerk, session)).Caller.IsSignedIn);
        Assert.False((await world.EnterAsync(clerk, typed => typed with { Password = Fresh })).IsRefused);
    }

    [Theory, OnBothDatabases, Trait("Spec", "SEC-B12")]
    public async Task Link_WithAnotherKeyOrTicket_OpensNothing(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var (ticket, key) = await LinkAsync(world, await world.AppointAsync(world.School));
        var (other, _) = await LinkAsync(world, await world.AppointAsync(world.Hospital));

        Assert.All(
            [await ChooseAsync(world, other, key, Fresh), await ChooseAsync(world, ticket, key[1..] + "0", Fresh), await ChooseAsync(world, ticket, "", Fresh), await ChooseAsync(world, "x", key, Fresh)],
            reply => Assert.Equal(["LINK_EXPIRED"], reply.Refusals));
    }

    [Theory, OnBothDatabases, Trait("Spec", "ACC-02")]
    public async Task Link_WithABadPassword_StaysGood(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var clerk = await world.AppointAsync(world.School);
        var (ticket, key) = await LinkAsync(world, clerk);

        Assert.Equal(["WEAK_PASSWORD"], (await ChooseAsync(world, ticket, key, "12345678")).Refusals);
        Assert.Equal(["PASSWORD_REUSED"], (await ChooseAsync(world, ticket, key, MadeUpPerson.Password)).Refusals);
        Assert.Empty((await ChooseAsync(world, ticket, key, Fresh)).Refusals);
    }

    [Theory, OnBothDatabases, Trait("Spec", "SEC-B12")]
    public async Task Link_After30Minutes_IsOver(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var (ticket, key) = await LinkAsync(world, world.As(world.School));
        world.Clock.Advance(PasswordTicket.Lifetime);

        Assert.Equal(["LINK_EXPIRED"], (await ChooseAsync(world, ticket, key, Fresh)).Refusals);
    }

    [Theory, OnBothDatabases, Trait("Spec", "SEC-B12")]
    public async Task Link_UsedByTenAtOnce_WorksOnce(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var (ticket, key) = await LinkAsync(world, await world.AppointAsync(world.School));

        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => ChooseAsync(world, ticket, key, $"Luo-Yang-202{i}"))));

        Assert.Single(replies, reply => reply.Refusals.Count == 0);
    }

    [Theory, OnBothDatabases, Trait("Spec", "SEC-B12")]
    public async Task OlderLinks_EndWithTheFirstThatIsUsed(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var clerk = await world.AppointAsync(world.School);
        var (old, oldKey) = await LinkAsync(world, clerk);
        var (ticket, key) = await LinkAsync(world, clerk);

        (await ChooseAsync(world, ticket, key, Fresh)).Succeeded();

        Assert.Equal(["LINK_EXPIRED"], (await ChooseAsync(world, old, oldKey, "Kai-Feng2026")).Refusals);
    }

    [Theory, OnBothDatabases, Trait("Spec", "SEC-B5"), Trait("Spec", "LOG-05")]
    public async Task Request_ForAnyAccount_AnswersTheSame(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var active = await world.AppointAsync(world.School);
        var disabled = await world.AppointAsync(world.School);
        await world.Program.WriteAsync(async (work, _) =>
        {
            (await work.Db.Accounts.SingleAsync(a => a.Id == disabled.Caller.AccountId)).Disable("离职");
            return 1;
        });
        var waiting = world.Stranger();
        await world.RegistrationAsync(world.School, waiting);
        var locked = await world.ProfessionalAsync(world.School);
        for (var i = 0; i < 5; i++)
        {
            await world.EnterAsync(locked, typed => typed with { Password = "Wrong-2026x" });
        }

        var known = await AskAsync(world, active.Credentials);
        var others = new[]
        {
            await AskAsync(world, disabled.Credentials),
            await AskAsync(world, active.Credentials with { OrganizationCode = world.As(world.Hospital).OrganizationCode }),
            await AskAsync(world, new() { UserType = UserType.Individual, IdNumber = waiting.IdNumber }),
            await AskAsync(world, new() { UserType = UserType.Individual, IdNumber = world.Stranger().IdNumber }),
            await AskAsync(world, new() { UserType = UserType.SystemAdmin, IdNumber = "no number" }),
            await AskAsync(world, locked.Credentials),
        };

        Assert.All(others, reply => Assert.Equal(known.Text, reply.Text));
        Assert.Equal(1, await CountAsync(world, active));
        Assert.Equal(0, await CountAsync(world, disabled));
        Assert.Equal(1, await CountAsync(world, locked));
    }

    [Theory, OnBothDatabases]
    public async Task Request_TheFourthInAnHour_SendsNothingAndSaysTheSame(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var clerk = world.As(world.School);
        var replies = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            replies.Add((await AskAsync(world, clerk.Credentials)).Text);
        }

        Assert.Single(replies.Distinct());
        Assert.Equal(3, await CountAsync(world, clerk));

        world.Clock.Advance(TimeSpan.FromMinutes(61));
        await AskAsync(world, clerk.Credentials);

        Assert.Equal(4, await CountAsync(world, clerk));
    }

    [Theory, OnBothDatabases, Trait("Spec", "LOG-03")]
    public async Task Request_WithAWrongCaptcha_IsRefused(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var clerk = await world.AppointAsync(world.School);

        Assert.Equal(["WRONG_CAPTCHA"], (await AskAsync(world, clerk.Credentials with { CaptchaAnswer = "0000" })).Refusals);
        Assert.Equal(0, await CountAsync(world, clerk));
    }

    [Theory, OnBothDatabases, Trait("Spec", "SEC-B12")]
    public async Task Key_OfTheLink_IsStoredNowhereAndShownInTheMailOnly(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var clerk = await world.AppointAsync(world.School);
        var (ticket, key) = await LinkAsync(world, clerk);

        var inbox = (await clerk.MustAsync("{ inbox { nodes { heading text } } }")).Text;
        var rows = await world.ReadAsync(db => db.Messages.Where(m => m.AccountId == clerk.Caller.AccountId).Select(m => m.Title + m.Detail).ToListAsync());
        var audit = await world.ReadAsync(db => db.AuditEntries.Select(e => e.Subject + e.Detail).ToListAsync());

        Assert.Contains("重设密码", inbox, StringComparison.Ordinal);
        Assert.DoesNotContain(ticket, inbox, StringComparison.Ordinal);
        Assert.DoesNotContain([.. rows, .. audit], text => text.Contains(key, StringComparison.Ordinal));
    }

    private static Task<int> CountAsync(World world, Actor actor) =>
        world.ReadAsync(db => db.Messages.CountAsync(m => m.AccountId == actor.Caller.AccountId && m.Kind == MessageKind.PasswordForgotten));

    private static Task<Reply> AskAsync(World world, Credentials typed) => world.Visitor.AskAsync(
        "mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { message userErrors { code message path } } }",
        new { input = new { typed.UserType, typed.OrganizationCode, typed.IdNumber, captchaAnswer = typed.CaptchaAnswer ?? HnCeApplication.CaptchaAnswer } });

    private static Task<Reply> ChooseAsync(World world, string ticket, string key, string password) => world.Visitor.AskAsync(
        "mutation ($input: ChooseNewPasswordInput!) { chooseNewPassword(input: $input) { userErrors { code message path } } }", new { input = new { ticket, key, password } });

    /// <summary>Asks for a link and reads it in the mail.</summary>
    private static async Task<(string Ticket, string Key)> LinkAsync(World world, Actor actor)
    {
        (await AskAsync(world, actor.Credentials)).Succeeded();
        var id = await world.ReadAsync(db => db.Messages.Where(m => m.AccountId == actor.Caller.AccountId).MaxAsync(m => m.Id));
        var file = Path.Combine(world.Mail.Folder, $"message-{id}.eml");
        while (!File.Exists(file) && await world.Services.GetRequiredService<DeliverMail>().RunAsync(default) > 0)
        {
        }

        var mail = await MimeKit.MimeMessage.LoadAsync(file);
        var link = LinkShape().Match(mail.TextBody!);
        Assert.StartsWith("http://localhost:5080/reset?", link.Value, StringComparison.Ordinal);
        return (link.Groups[1].Value, link.Groups[2].Value);
    }

    [GeneratedRegex(@"http\S+/reset\?ticket=([0-9a-f]{32})&key=([0-9a-f]{64})")]
    private static partial Regex LinkShape();
}
