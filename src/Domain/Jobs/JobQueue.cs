using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Jobs;

/// <summary>Takes jobs in, within the write of the use case that starts one.</summary>
public sealed class JobQueue(UnitOfWork work, Caller caller, SecretBox box, JobLimits limits)
{
    /// <summary>Adds a job of the caller; its key is known after the write. Refused when too many of his are open.</summary>
    /// <param name="kind">Name of the <see cref="IJobKind"/>.</param>
    /// <param name="title">What it is, in words; no personal data.</param>
    /// <param name="parameters">What is to be done, as JSON.</param>
    /// <param name="total">Items; 0 where nobody knows.</param>
    /// <param name="write">The write.</param>
    /// <param name="cancel">Cancellation.</param>
    public async Task<Outcome<Job>> AddAsync(string kind, string title, string parameters, int total, WriteContext write, CancellationToken cancel)
    {
        var owner = caller.AccountId ?? throw new InvalidOperationException("A job belongs to an account.");
        var open = await work.Db.Jobs.CountAsync(j => j.OwnerId == owner && (j.State == JobState.Waiting || j.State == JobState.Running), cancel);
        if (open >= limits.OpenJobs)
        {
            return JobRefusals.TooMany(limits.OpenJobs);
        }

        var job = new Job(kind, title, owner, box.Seal(parameters, Job.ParametersColumn, JobLeases.SealedFor(owner)), total, write.At);
        work.Db.Jobs.Add(job);
        return job;
    }
}

/// <summary>Why a job is not taken in or has failed.</summary>
public static class JobRefusals
{
    /// <summary>So many jobs of one account wait or run.</summary>
    public static Refusal TooMany(int most) => new(RefusalCode.TooManyJobs, $"您有 {most} 项任务还没有完成，请等其中一项完成后再试");

    /// <summary>The account was disabled while the job waited or ran.</summary>
    public static readonly Refusal OwnerGone = new(RefusalCode.AccountDisabled, "发起任务的帐号已停用，任务没有完成");
}
