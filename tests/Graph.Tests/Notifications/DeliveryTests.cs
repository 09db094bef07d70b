using System.Net;
using System.Net.Sockets;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.Declarations;
using HnCe.Domain.Notifications;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HnCe.Graph.Tests.Notifications;

/// <summary>Each verdict tells its person once; mail goes out once, whoever sends it, and comes back to failing servers later.</summary>
public sealed class DeliveryTests
{
    [Theory, OnBothDatabases, Trait("Spec", "EML-02")]
    public async Task Verdict_OfEachKind_WritesOneMessageToItsPerson(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var (teacher, other) = (await world.ProfessionalAsync(world.School), await world.ProfessionalAsync(world.School));
        var ids = new Dictionary<DeclarationStatus, string>();
        foreach (var status in new[] { DeclarationStatus.Passed, DeclarationStatus.Failed, DeclarationStatus.Revoked, DeclarationStatus.Returned })
        {
            ids[status] = World.IdOf(await world.DeclarationAsync(teacher, status));
        }

        var inbox = await teacher.MustAsync("{ viewer { unreadCount } inbox(first: 50) { nodes { kind declarationId heading text } } }");
        var messages = inbox["inbox.nodes"].EnumerateArray().Where(m => m.GetProperty("declarationId").ValueKind is System.Text.Json.JsonValueKind.String)
            .Select(m => (m.GetProperty("declarationId").GetString(), m.GetProperty("kind").GetString())).ToList();

        Assert.Equal(
            new[]
            {
                (ids[DeclarationStatus.Failed], "DECLARATION_FAILED"), (ids[DeclarationStatus.Passed], "DECLARATION_PASSED"), (ids[DeclarationStatus.Returned], "DECLARATION_RETURNED"),
                (ids[DeclarationStatus.Revoked], "DECLARATION_PASSED"), (ids[DeclarationStatus.Revoked], "DECLARATION_REVOKED"),
            }.Order(),
            messages.Select(m => (m.Item1!, m.Item2!)).Order());
        Assert.Equal(messages.Count + 1, inbox["viewer.unreadCount"].GetInt32());
        Assert.Single((await other.MustAsync("{ inbox { nodes { id } } }"))["inbox.nodes"].EnumerateArray());
        Assert.Equal(messages.Count + 1, (await teacher.MustAsync("mutation { readInbox { read } }"))["readInbox.read"].GetInt32());
        Assert.Equal(1, (await other.MustAsync("{ viewer { unreadCount } }"))["viewer.unreadCount"].GetInt32());
    }

    [Theory, OnBothDatabases, Trait("Spec", "EML-01")]
    public async Task Mail_DeliveredTwice_IsWrittenOnce(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var teacher = await world.ProfessionalAsync(world.School, "钱书");
        var deliver = world.Services.GetRequiredService<DeliverMail>();

        Assert.Equal(1, await deliver.RunAsync(default));
        Assert.Equal(0, await deliver.RunAsync(default));
        world.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, await deliver.RunAsync(default));

        var mail = await MimeKit.MimeMessage.LoadAsync(Assert.Single(Directory.GetFiles(world.Mail.Folder)));
        Assert.Equal((teacher.Person!.Mail, "您的注册已通过审核"), (mail.To.Mailboxes.Single().Address, mail.Subject));
        Assert.DoesNotContain(teacher.Person.IdNumber, mail.TextBody, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases, Trait("Spec", "EML-02")]
    public async Task Mail_OfSeveralSendersAtOnce_IsSentOnceEach(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.ProfessionalsAsync(world.School, 120);
        var deliver = world.Services.GetRequiredService<DeliverMail>();

        var tried = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => deliver.RunAsync(default))));
        while (await deliver.RunAsync(default) > 0)
        {
        }

        Assert.True(tried.Sum() <= 120, $"{tried.Sum()} sendings of 120 messages");
        Assert.Equal(120, Directory.GetFiles(world.Mail.Folder).Length);
        Assert.Equal([1], await world.ReadAsync(db => db.Messages.Select(m => m.MailAttempts).Distinct().ToListAsync()));
    }

    [Theory, OnBothDatabases, Trait("Spec", "EML-02")]
    public async Task Mail_WithFailingServer_WaitsLongerEachTimeAndIsGivenUp(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.ProfessionalAsync(world.School);
        (world.Mail.Host, world.Mail.Port) = ("127.0.0.1", ClosedPort());
        var deliver = world.Services.GetRequiredService<DeliverMail>();
        var waits = new List<TimeSpan>();

        for (var attempt = 1; attempt <= 8; attempt++)
        {
            Assert.Equal(1, await deliver.RunAsync(default));
            Assert.Equal(0, await deliver.RunAsync(default));
            var due = await world.ReadAsync(db => db.Messages.Select(m => m.MailDueAt).SingleAsync());
            waits.Add(due - world.Clock.GetUtcNow().UtcDateTime);
            world.Clock.SetUtcNow(new DateTimeOffset(due));
        }

        Assert.Equal(Enumerable.Range(0, 8).Select(i => TimeSpan.FromMinutes(1 << i)), waits);
        Assert.Equal(0, await deliver.RunAsync(default));
        Assert.Equal(MailState.Failed, await world.ReadAsync(db => db.Messages.Select(m => m.MailState).SingleAsync()));
    }

    [Theory, OnBothDatabases, Trait("Spec", "EML-02")]
    public async Task Mail_ToADamagedAddress_DoesNotHoldUpTheOthers(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var people = await world.ProfessionalsAsync(world.School, 3);
        await world.Program.WriteAsync(async (work, _) => await work.Db.Accounts.Where(a => a.Id == people[0].Caller.AccountId)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.MailSealed, new byte[64])));

        await world.Services.GetRequiredService<DeliverMail>().RunAsync(default);

        Assert.Equal(2, Directory.GetFiles(world.Mail.Folder).Length);
        Assert.Equal([MailState.Waiting, MailState.Sent, MailState.Sent], await world.ReadAsync(db => db.Messages.OrderBy(m => m.Id).Select(m => m.MailState).ToListAsync()));
    }

    [Theory, OnBothDatabases, Trait("Spec", "EML-02")]
    public async Task Mail_LeasedByASenderThatDied_IsDueAgain(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.ProfessionalAsync(world.School);
        await world.Program.WriteAsync(async (work, write) => await work.Db.Messages.ExecuteUpdateAsync(set => set.SetProperty(m => m.MailDueAt, write.At.AddMinutes(5))));
        var deliver = world.Services.GetRequiredService<DeliverMail>();

        Assert.Equal(0, await deliver.RunAsync(default));
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(1, await deliver.RunAsync(default));
    }

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
