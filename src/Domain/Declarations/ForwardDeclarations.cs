using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Declarations;

/// <summary>送审部门 as the forwarder chooses it.</summary>
public enum ForwardTarget
{
    /// <summary>同级人社部门.</summary>
    SameLevelBureau,

    /// <summary>行业主管; professional subjects only.</summary>
    IndustryDepartment,
}

/// <summary>
/// 上报: the employer sends declarations on for review, each once and for good; one target for the batch. Source: EMP-18 to EMP-22, FWD-01 to FWD-06.
/// </summary>
public sealed class ForwardDeclarations(UnitOfWork work, Caller caller)
{
    /// <summary>Forwards what can be forwarded and names the rest; the statement itself checks the state, so of two clerks one wins.</summary>
    public Task<Outcome<BatchOutcome>> RunAsync(IReadOnlyList<long> ids, ForwardTarget target, CancellationToken cancel) =>
        work.RunAsync<BatchOutcome>(nameof(ForwardDeclarations), async write =>
        {
            if (Selection.Check(ids) is { } refusal)
            {
                return refusal;
            }

            var (organization, missing) = await TargetAsync(target, cancel);
            if (missing is not null)
            {
                return missing;
            }

            var batch = await StampedBatch.BeginAsync(work.Db, caller.ReachFor(Permission.ForwardDeclarations), ids,
                row => target is ForwardTarget.IndustryDepartment && row.Category is SubjectCategory.Public ? DeclarationRefusals.PublicGoesToBureau
                    : row.Forwarded ? DeclarationRefusals.AlreadyForwarded
                    : !row.Status.Allows(DeclarationEvent.Forward) ? DeclarationRefusals.NotForwardable : null, cancel);
            await batch.Rows(DeclarationEvent.Forward).ExecuteUpdateAsync(set => set
                .SetProperty(d => d.Status, DeclarationStatus.UnderReview)
                .SetProperty(d => d.TargetId, organization!.Id)
                .SetProperty(d => d.ForwardedAt, write.At)
                .SetProperty(d => d.FiledByHash, caller.PersonHash)
                .SetProperty(d => d.ChangeId, write.ChangeId)
                .SetProperty(d => d.Version, d => d.Version + 1), cancel);
            await Timeline.AppendAsync(work.Db, write, DeclarationEvent.Forward, null, cancel);
            return await batch.EndAsync(write, DeclarationRefusals.AlreadyForwarded, cancel);
        }, cancel);

    private async Task<(Organization? Organization, Refusal? Refusal)> TargetAsync(ForwardTarget target, CancellationToken cancel)
    {
        var employer = await work.Db.Organizations.AsNoTracking().Within(caller.ReachFor(Permission.ForwardDeclarations)).OfType<Employer>()
            .Include(e => e.Supervisor).Include(e => e.IndustryDepartment).SingleOrDefaultAsync(cancel);
        Organization? organization = target is ForwardTarget.IndustryDepartment ? employer?.IndustryDepartment : employer?.Supervisor;
        return organization switch
        {
            null => (null, DeclarationRefusals.NoIndustryDepartment),
            { State: OrganizationState.Retired } => (null, DeclarationRefusals.TargetRetired),
            _ => (organization, null),
        };
    }
}
