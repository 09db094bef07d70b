using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.Declarations;
using HnCe.Domain.Notifications;
using HnCe.Graph.Server;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HnCe.Graph.Tests.Server;

/// <summary>What happens reaches whoever may see it, nobody else, and nothing is lost.</summary>
public sealed class SubscriptionTests
{
    private const string Inbox = "subscription ($after: String) { inboxItemAdded(after: $after) { cursor message { kind heading } } }";
    private const string Jobs = "subscription ($after: String) { jobProgressed(after: $after) { cursor job { id state done total } } }";

    [Theory, OnBothDatabases, Trait("Spec", "GRAPH-8")]
    public async Task Review_ByTheBureau_ArrivesAtTheProfessionalAndItsEmployer(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var teacher = await world.ProfessionalAsync(world.School);
        var id = World.IdOf(await world.DeclarationAsync(teacher, DeclarationStatus.UnderReview));
        await using var own = await Following.StartAsync(teacher);
        await using var unit = await Following.StartAsync(world.As(world.School));
        await using var inbox = await Following.StartAsync(teacher, Inbox);

        (await world.As(world.Zhengzhou).PassAsync(id)).Succeeded();

        Assert.Equal((id, "PASSED"), await NextOfAsync(own));
        Assert.Equal((id, "PASSED"), await NextOfAsync(unit));
        Assert.Equal("DECLARATION_PASSED", (await inbox.NextAsync()).String("inboxItemAdded.message.kind"));
    }

    [Theory, OnBothDatabases, Trait("Spec", "GRAPH-8"), Trait("Spec", "SEC-A11")]
    public async Task Change_OfSomebodyElse_NeverArrives(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var (teacher, colleague, doctor) = (await world.ProfessionalAsync(world.School), await world.ProfessionalAsync(world.School), await world.ProfessionalAsync(world.Hospital));
        var others = new[] { await world.DeclarationAsync(colleague, DeclarationStatus.UnderReview), await world.DeclarationAsync(doctor) };
        await using var own = await Following.StartAsync(teacher);
        await using var inbox = await Following.StartAsync(teacher, Inbox);
        await using var neighbour = await Following.StartAsync(world.As(world.Hospital));
        await using var bureau = await Following.StartAsync(world.As(world.Zhengzhou));

        (await world.As(world.Zhengzhou).PassAsync(World.IdOf(others[0]))).Succeeded();
        var mine = World.IdOf(await world.DeclarationAsync(teacher, DeclarationStatus.UnderReview));
        (await world.As(world.Hospital).ReturnAsync(World.IdOf(others[1]), "看不清")).Succeeded();

        Assert.Equal(mine, (await NextOfAsync(own)).Id);
        Assert.Equal(World.IdOf(others[1]), (await NextOfAsync(neighbour)).Id);
        Assert.Equal((World.IdOf(others[0]), "PASSED"), await NextOfAsync(bureau));
        Assert.Equal((mine, "UNDER_REVIEW"), await NextOfAsync(bureau));
        (await world.As(world.Zhengzhou).FailAsync("不符", mine)).Succeeded();
        Assert.Equal("DECLARATION_FAILED", (await inbox.NextAsync()).String("inboxItemAdded.message.kind"));
    }

    [Fact, Trait("Spec", "GRAPH-15")]
    public async Task Subscription_ItsOpeningAndEachEvent_AreMeasured()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var teacher = await world.ProfessionalAsync(world.School);
        var id = World.IdOf(await world.DeclarationAsync(teacher, DeclarationStatus.UnderReview));
        using var told = new Told();
        await using (var inbox = await Following.StartAsync(teacher, Inbox))
        {
            (await world.As(world.Zhengzhou).PassAsync(id)).Succeeded();
            await inbox.NextAsync();
            Assert.Equal(1, told.Open);
        }

        Assert.Equal(0, told.Open);
        Assert.Equal(["subscription inboxItemAdded", "subscription inboxItemAdded"], told.Spans.Where(span => span.StartsWith("subscription", StringComparison.Ordinal)));
    }

    [Theory, OnBothDatabases, Trait("Spec", "GRAPH-8")]
    public async Task Subscriber_ThatWasAway_AsksForWhatItMissed(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var teacher = await world.ProfessionalAsync(world.School);
        string cursor;
        var first = await world.DeclarationAsync(teacher);
        await using (var before = await Following.StartAsync(teacher))
        {
            (await world.As(world.School).ReturnAsync(World.IdOf(first), "请补充")).Succeeded();
            cursor = (await before.NextAsync()).String("declarationChanged.cursor")!;
        }

        var missed = new[] { World.IdOf(await world.DeclarationAsync(teacher)), World.IdOf(await world.DeclarationAsync(teacher)) };
        await world.DeclarationAsync(await world.ProfessionalAsync(world.School));
        await using var again = await Following.StartAsync(teacher, variables: new { after = cursor });

        Assert.Equal((missed[0], missed[1]), ((await NextOfAsync(again)).Id, (await NextOfAsync(again)).Id));
        var live = World.IdOf(await world.DeclarationAsync(teacher));
        Assert.Equal(live, (await NextOfAsync(again)).Id);
    }

    [Theory, InlineData("garbage"), InlineData("aW5ib3g6MQ"), InlineData("ZGVjbGFyYXRpb25zOng"), Trait("Spec", "GRAPH-8")]
    public async Task Cursor_OfAnotherFeedOrGarbage_IsRefused(string cursor)
    {
        await using var world = await World.CreateAsync();
        await using var following = await Following.StartAsync(await world.ProfessionalAsync(world.School), variables: new { after = cursor });

        Assert.Equal([ErrorCodes.BadCursor], (await following.NextAsync()).Errors);
        await following.EndsAsync();
    }

    [Fact, Trait("Spec", "GRAPH-8")]
    public async Task Cursor_OfLongAgo_IsTooOld()
    {
        await using var world = await World.CreateAsync();
        await world.DeclarationsAsync(await world.ProfessionalsAsync(world.School, Feed.Most + 1));
        await using var following = await Following.StartAsync(world.As(world.School), variables: new { after = "ZGVjbGFyYXRpb25zOjA" });

        Assert.Equal([ErrorCodes.CursorTooOld], (await following.NextAsync()).Errors);
    }

    [Theory, OnBothDatabases, Trait("Spec", "GRAPH-8")]
    public async Task Job_ThatGetsOn_IsTold(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var teachers = await world.ProfessionalsAsync(world.School, 60);
        await world.CompleteAsync(teachers);
        var cursor = "am9iczow";
        await using (var following = await Following.StartAsync(world.As(world.School), Jobs))
        await using (var other = await Following.StartAsync(world.As(world.Hospital), Jobs))
        {
            (await world.As(world.School).MustAsync(
                "mutation ($ids: [ID!]!) { printCertificates(input: { yearCompletions: $ids }) { job { id } userErrors { code } } }", new { ids = await world.YearsOfAsync(teachers) })).Succeeded();
            var waiting = await following.NextAsync();
            Assert.Equal("WAITING", waiting.String("jobProgressed.job.state"));
            cursor = waiting.String("jobProgressed.cursor")!;
            await world.RunJobsAsync();
            Assert.Equal(("DONE", 60), await UntilDoneAsync(following));
        }

        await using var again = await Following.StartAsync(world.As(world.School), Jobs, new { after = cursor });
        Assert.Equal(("DONE", 60), await UntilDoneAsync(again));
    }

    [Theory, OnBothDatabases, Trait("Spec", "SEC-A11"), Trait("Spec", "ACC-04")]
    public async Task Subscription_OfADisabledAccount_EndsWithoutAnotherEvent(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var teacher = await world.ProfessionalAsync(world.School);
        var id = World.IdOf(await world.DeclarationAsync(teacher, DeclarationStatus.UnderReview));
        await using var own = await Following.StartAsync(teacher);
        await using var quiet = await Following.StartAsync(teacher, Inbox);

        (await world.SystemAdmin.DoAsync(AccountAction.Disable, teacher)).Succeeded();
        (await world.As(world.Zhengzhou).PassAsync(id)).Succeeded();

        foreach (var following in new[] { own, quiet })
        {
            Assert.Equal([ErrorCodes.Unauthenticated], (await following.NextAsync()).Errors);
            await following.EndsAsync();
        }
    }

    [Fact, Trait("Spec", "SEC-A11"), Trait("Spec", "ACC-04")]
    public async Task Subscription_OfAChangedPassword_EndsWhenItIsAskedAgain()
    {
        await using var world = await World.CreateAsync();
        var teacher = await world.ProfessionalAsync(world.School);
        await using var own = await Following.StartAsync(teacher);

        (await teacher.ChangePasswordAsync(MadeUpPerson.Password, "Another-2026!")).Succeeded();

        Assert.Equal([ErrorCodes.Unauthenticated], (await own.NextAsync()).Errors);
    }

    [Fact, Trait("Spec", "GRAPH-8"), Trait("Spec", "SEC-A1")]
    public async Task EverySubscription_ForEveryRole_AnswersAsTheMatrixSays()
    {
        await using var world = await World.CreateAsync();
        var teacher = await world.ProfessionalAsync(world.School);
        var fields = world.Graph.Schema.Subscription!.Fields.ToList();
        var denied = 0;
        foreach (var field in fields)
        {
            Actor[] actors = [world.Visitor, .. Enum.GetValues<UserType>().Select(role => role is UserType.Individual ? teacher : world.As(role))];
            foreach (var actor in actors.Where(actor => !FieldAccess.Of(field)!.Allows(actor.Caller)))
            {
                await using var following = await Following.StartAsync(actor, $"subscription {{ {field.Name} {{ cursor }} }}");
                Assert.Equal([actor.Caller.IsSignedIn ? ErrorCodes.Forbidden : ErrorCodes.Unauthenticated], (await following.NextAsync()).Errors);
                await following.EndsAsync();
                denied++;
            }
        }

        Assert.True(fields.Count == 3 && denied > fields.Count);
    }

    [Theory, Trait("Spec", "GRAPH-8"), Trait("Spec", "SEC-C1")]
    [InlineData("subscription { a: inboxItemAdded { cursor } b: inboxItemAdded { cursor } }", ErrorCodes.ValidationFailed)]
    [InlineData("subscription { inboxItemAdded { nothing } }", ErrorCodes.ValidationFailed)]
    [InlineData("subscription { inboxItemAdded @skip(if: true) { cursor } }", ErrorCodes.BadRequest)]
    [InlineData("subscription { declarationChanged { declaration { similar { similar { similar { similar { similar { id } } } } } } } }", ErrorCodes.TooExpensive)]
    [InlineData("subscription {", ErrorCodes.ParseFailed)]
    public async Task Document_ThatDoesNotFit_IsRefusedAtOnce(string document, string code)
    {
        await using var world = await World.CreateAsync();
        await using var following = await Following.StartAsync(await world.ProfessionalAsync(world.School), document);

        Assert.Equal(code, (await following.NextAsync()).Errors[0]);
        await following.EndsAsync();
    }

    // Keys are given out before the commit, so on a server of many writers a later key may be seen first.
    [Fact, Trait("Spec", "GRAPH-8")]
    public async Task Write_ThatCommitsLate_IsFoundBehindALaterOne()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.PostgreSql);
        var teacher = await world.ProfessionalAsync(world.School);
        var factory = world.Services.GetRequiredService<IDbContextFactory<HnCeDbContext>>();
        var feed = new MessageFeed(factory, world.Clock);
        await feed.StartAsync(default);
        await using var late = await factory.CreateDbContextAsync();
        await using var transaction = await late.Database.BeginTransactionAsync();
        await WriteAsync(late, teacher);
        await using (var quick = await factory.CreateDbContextAsync())
        {
            await WriteAsync(quick, teacher);
        }

        var first = Assert.Single(await feed.LookAsync(default));
        await transaction.CommitAsync();
        var second = Assert.Single(await feed.LookAsync(default));

        Assert.True(second.Key < first.Key);
        Assert.Empty(await feed.LookAsync(default));
        Assert.Equal([second.Key, first.Key], (await feed.MissedAsync(first.Cursor, new Jurisdiction.Own(teacher.Caller.AccountId!.Value, null), default)).Select(missed => missed.Key));
    }

    private static Task<int> WriteAsync(HnCeDbContext db, Actor to) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO "Messages" ("AccountId", "Kind", "Title", "At", "ChangeId", "MailState", "MailAttempts", "MailDueAt")
        SELECT a."Id", {(int)MessageKind.PasswordChanged}, '', {to.World.Clock.Now()}, {Guid.NewGuid()}, 0, 0, {to.World.Clock.Now()} FROM "Accounts" AS a WHERE a."Id" = {to.Caller.AccountId}
        """);

    private static async Task<(string Id, string Status)> NextOfAsync(Following following)
    {
        var reply = await following.NextAsync();
        return (reply.String("declarationChanged.declaration.id")!, reply.String("declarationChanged.declaration.status")!);
    }

    private static async Task<(string State, int Done)> UntilDoneAsync(Following following)
    {
        while (true)
        {
            var reply = await following.NextAsync();
            if (reply.String("jobProgressed.job.state") is "DONE" and var state)
            {
                return (state, reply["jobProgressed.job.done"].GetInt32());
            }
        }
    }

    /// <summary>What the graph tells of this test: other tests run beside it, but not in its trace.</summary>
    private sealed class Told : IDisposable
    {
        private readonly Activity trace = new Activity("test").Start();
        private readonly ActivityListener spans;
        private readonly MeterListener meters = new();
        private long open;

        public Told()
        {
            spans = new()
            {
                ShouldListenTo = source => source.Name == GraphTelemetry.Name,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
                ActivityStopped = span =>
                {
                    if (span.TraceId == trace.TraceId)
                    {
                        Spans.Enqueue(span.DisplayName);
                    }
                },
            };
            ActivitySource.AddActivityListener(spans);
            meters.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "hnce.graph.subscriptions")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            meters.SetMeasurementEventCallback<long>((_, change, _, _) => Interlocked.Add(ref open, Activity.Current?.TraceId == trace.TraceId ? change : 0));
            meters.Start();
        }

        public ConcurrentQueue<string> Spans { get; } = new();

        public long Open => Interlocked.Read(ref open);

        public void Dispose()
        {
            meters.Dispose();
            spans.Dispose();
            trace.Dispose();
        }
    }
}
