using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data;
using HnCe.Domain.Jobs;
using HnCe.Graph.Server;

namespace HnCe.Pages.Jobs;

/// <summary>
/// Runs one job at a time in a scope of its own, as its owner read afresh. While it runs, lease, progress and account are looked after every
/// two seconds: a lost lease and an account that has ended stop it. Source: CER-01, REV-04.
/// </summary>
public sealed partial class JobRunner(IServiceScopeFactory scopes, JobLeases leases, CallerReader callers, TimeProvider clock, ILogger<JobRunner> logger)
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    /// <summary>Runs the oldest job that is due; false when there is none.</summary>
    public async Task<bool> RunOneAsync(CancellationToken cancel)
    {
        if (await leases.TakeAsync(cancel) is not { } job)
        {
            return false;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var watching = WatchAsync(job, stop);
        var outcome = await TryAsync(job, stop.Token);
        await stop.CancelAsync();
        switch (outcome, await watching)
        {
            case (_, Watched.Lost):
                break;
            case (_, Watched.OwnerGone):
                await leases.FinishAsync(job, JobState.Failed, new(JobRefusals.OwnerGone.Message), CancellationToken.None);
                break;
            case (null, _) when cancel.IsCancellationRequested:
                await leases.ReleaseAsync(job, CancellationToken.None);
                break;
            case ({ IsRefused: false } done, _):
                await leases.FinishAsync(job, JobState.Done, done.Value!, CancellationToken.None);
                break;
            default:
                var why = outcome is { } refused ? string.Join("；", refused.Refusals.Select(refusal => refusal.Message)) : "执行时出错，请重试；如仍不成功，请联系系统管理员";
                await leases.FinishAsync(job, JobState.Failed, new(why), CancellationToken.None);
                break;
        }

        return true;
    }

    private async Task<Outcome<JobResult>?> TryAsync(LeasedJob job, CancellationToken cancel)
    {
        try
        {
            if (job.Attempts > JobLeases.MostAttempts)
            {
                return new Refusal(RefusalCode.Conflict, "任务多次中断，没有完成，请缩小范围后重试");
            }

            if (await callers.ReadOwnerAsync(job.OwnerId, cancel) is not { } owner)
            {
                return JobRefusals.OwnerGone;
            }

            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CallerHolder>().Caller = owner;
            var work = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
            work.Fence = token => JobLeases.FenceAsync(work.Db, job, token);
            return await scope.ServiceProvider.GetRequiredKeyedService<IJobKind>(job.Kind).RunAsync(job, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception failure)
        {
            LogFailure(failure, job.Kind, job.Id);
            return null;
        }
    }

    private async Task<Watched> WatchAsync(LeasedJob job, CancellationTokenSource stop)
    {
        using var beat = new PeriodicTimer(Beat, clock);
        try
        {
            while (await beat.WaitForNextTickAsync(stop.Token))
            {
                var found = !await leases.KeepAsync(job, stop.Token) ? Watched.Lost
                    : await callers.ReadOwnerAsync(job.OwnerId, stop.Token) is null ? Watched.OwnerGone : Watched.Fine;
                if (found is not Watched.Fine)
                {
                    await stop.CancelAsync();
                    return found;
                }
            }
        }
        catch (OperationCanceledException)
        {
        }
        catch (Exception failure)
        {
            // The lease runs out by itself; until then the writes of the job go by their fence.
            LogFailure(failure, job.Kind, job.Id);
        }

        return Watched.Fine;
    }

    private enum Watched
    {
        Fine,
        Lost,
        OwnerGone,
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Kind} {Id} failed.")]
    private partial void LogFailure(Exception failure, string kind, long id);
}
