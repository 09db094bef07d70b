using HnCe.Domain.Data;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.Jobs;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HnCe.Graph.Tests.Jobs;

/// <summary>Long work is done once, by one instance at a time, for its owner only.</summary>
public sealed class JobTests
{
    private const string Print = "mutation ($ids: [ID!]!) { printCertificates(input: { yearCompletions: $ids }) { printed pdfUrl job { id title state done total fileUrl } leftOut { id code message } userErrors { code message path } } }";

    [Theory, OnBothDatabases, Trait("Spec", "CER-01")]
    public async Task Lease_OfADeadInstance_IsTakenOverAndTheDeadOneChangesNothingMore(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await StartAsync(world, 3);
        var leases = world.Services.GetRequiredService<JobLeases>();

        var first = (await leases.TakeAsync(default))!;
        Assert.Null(await leases.TakeAsync(default));
        Assert.True(await leases.KeepAsync(first, default));
        world.Clock.Advance(JobLeases.Lease + TimeSpan.FromSeconds(1));
        var second = (await leases.TakeAsync(default))!;

        Assert.Equal((first.Id, 2), (second.Id, second.Attempts));
        Assert.False(await leases.KeepAsync(first, default));
        first.Position = 3;
        Assert.False(await world.ReadAsync(db => JobLeases.FenceAsync(db, first, default)));
        await leases.FinishAsync(first, JobState.Done, new("第一"), default);
        await leases.FinishAsync(second, JobState.Done, new("第二"), default);
        var job = await world.ReadAsync(db => db.Jobs.SingleAsync());
        Assert.Equal((JobState.Done, "第二", 0), (job.State, job.Message, job.Position));
        Assert.Equal(1, await world.ReadAsync(db => db.Messages.CountAsync(m => m.AccountId == world.As(world.School).Caller.AccountId)));
    }

    [Theory, OnBothDatabases, Trait("Spec", "CER-01")]
    public async Task Take_ByFourInstancesAtOnce_GivesTheJobToOne(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await StartAsync(world, 3);
        var leases = world.Services.GetRequiredService<JobLeases>();

        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => leases.TakeAsync(default))));

        Assert.Single(taken, job => job is not null);
    }

    [Theory, OnBothDatabases, Trait("Spec", "CER-04")]
    public async Task Job_ResumedAfterACrash_CountsNoPrintTwice(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await StartAsync(world, 3);
        var job = (await world.Services.GetRequiredService<JobLeases>().TakeAsync(default))!;
        var done = await world.As(world.School).RunAsync<IServiceProvider, HnCe.Domain.Access.Outcome<JobResult>>(services =>
        {
            var work = services.GetRequiredService<UnitOfWork>();
            work.Fence = cancel => JobLeases.FenceAsync(work.Db, job, cancel);
            return services.GetRequiredKeyedService<IJobKind>(job.Kind).RunAsync(job, default);
        });
        Assert.False(done.IsRefused);
        world.Clock.Advance(JobLeases.Lease + TimeSpan.FromSeconds(1));

        Assert.Equal(1, await world.RunJobsAsync());

        Assert.Equal([1, 1, 1], await world.ReadAsync(db => db.Certificates.Select(c => c.Prints).ToListAsync()));
        Assert.Equal(JobState.Done, await world.ReadAsync(db => db.Jobs.Select(j => j.State).SingleAsync()));
    }

    [Theory, OnBothDatabases, Trait("Spec", "CER-01")]
    public async Task Job_ThatBreaksOffAgainAndAgain_FailsAndSaysSo(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await StartAsync(world, 3);
        for (var i = 0; i < JobLeases.MostAttempts; i++)
        {
            Assert.NotNull(await world.Services.GetRequiredService<JobLeases>().TakeAsync(default));
            world.Clock.Advance(JobLeases.Lease + TimeSpan.FromSeconds(1));
        }

        Assert.Equal(1, await world.RunJobsAsync());

        var jobs = await world.As(world.School).MustAsync("{ jobs { nodes { state message fileUrl } } inbox(first: 1) { nodes { heading } } }");
        Assert.Equal("FAILED", jobs.String("jobs.nodes.0.state"));
        Assert.Equal("任务多次中断，没有完成，请缩小范围后重试", jobs.String("jobs.nodes.0.message"));
        Assert.Equal("任务没有完成：证书打印，3 人", jobs.String("inbox.nodes.0.heading"));
        Assert.Empty(await world.ReadAsync(db => db.Certificates.ToListAsync()));
    }

    [Theory, OnBothDatabases, Trait("Spec", "ACC-04")]
    public async Task Job_OfAnAccountDisabledMeanwhile_DoesNothing(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await StartAsync(world, 3);
        await world.Program.WriteAsync(async (work, _) =>
        {
            (await work.Db.Accounts.SingleAsync(a => a.Id == world.As(world.School).Caller.AccountId)).Disable("离职");
            return 1;
        });

        await world.RunJobsAsync();

        var job = await world.ReadAsync(db => db.Jobs.SingleAsync());
        Assert.Equal((JobState.Failed, "发起任务的帐号已停用，任务没有完成"), (job.State, job.Message));
        Assert.Empty(await world.ReadAsync(db => db.Certificates.ToListAsync()));
    }

    [Theory, OnBothDatabases, Trait("Spec", "SEC-A2")]
    public async Task Job_AskedForBySomebodyElse_DoesNotExist(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var id = await StartAsync(world, 3);

        foreach (var other in new[] { world.As(world.Hospital), world.As(world.Zhengzhou), world.As(world.Province), world.SystemAdmin })
        {
            var reply = await other.MustAsync("query ($id: ID!) { job(id: $id) { title } node(id: $id) { id } jobs { totalCount } }", new { id });

            Assert.Null(reply.String("job"));
            Assert.Null(reply.String("node"));
            Assert.Equal(0, reply["jobs.totalCount"].GetInt32());
        }

        Assert.Equal("证书打印，3 人", (await world.As(world.School).MustAsync("query ($id: ID!) { job(id: $id) { title } }", new { id })).String("job.title"));
    }

    [Theory, OnBothDatabases, Trait("Spec", "SEC-E1")]
    public async Task Parameters_InTheDatabase_AreSealedAndGoneAtTheEnd(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await StartAsync(world, 3);
        var stored = await world.ReadAsync(db => db.Jobs.Select(j => j.Parameters).SingleAsync());
        Assert.DoesNotContain("[", System.Text.Encoding.UTF8.GetString(stored.AsSpan(0, 1)), StringComparison.Ordinal);

        await world.RunJobsAsync();

        Assert.Empty(await world.ReadAsync(db => db.Jobs.Select(j => j.Parameters).SingleAsync()));
    }

    [Theory, OnBothDatabases, Trait("Spec", "CER-01")]
    public async Task Result_AfterADay_IsRemoved(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await StartAsync(world, 3);
        await world.RunJobsAsync();
        var leases = world.Services.GetRequiredService<JobLeases>();
        var folder = Path.Combine(world.Folder, "files", "results");

        world.Clock.Advance(JobLeases.Kept - TimeSpan.FromMinutes(1));
        Assert.Equal(0, await leases.SweepAsync(default));
        Assert.Single(Directory.GetFiles(folder));
        world.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(1, await leases.SweepAsync(default));
        Assert.Empty(Directory.GetFiles(folder));
        Assert.Null((await world.As(world.School).MustAsync("{ jobs { nodes { fileUrl } } }")).String("jobs.nodes.0.fileUrl"));
    }

    /// <summary>Starts the printing of some complete years as a job. Answers with its id.</summary>
    private static async Task<string> StartAsync(World world, int count)
    {
        world.Services.GetRequiredService<JobLimits>().Certificates = 2;
        var people = await world.ProfessionalsAsync(world.School, count);
        await world.CompleteAsync(people);
        await world.Program.WriteAsync(async (work, _) => await work.Db.Messages.ExecuteDeleteAsync());
        return (await world.As(world.School).MustAsync(Print, new { ids = await world.YearsOfAsync(people) })).String("printCertificates.job.id")!;
    }
}
