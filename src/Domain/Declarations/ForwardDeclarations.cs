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

/// <summary>Finds the body that is meant.</summary>
public static class ForwardTargets
{
    /// <summary>The sender's same-level bureau or its industry department; null where it has none. Source: FWD-01, PLN-03.</summary>
    public static Organization? Of(this ForwardTarget target, Organization sender) =>
        target is ForwardTarget.IndustryDepartment ? sender.IndustryDepartment : sender.Supervisor;
}

/// <summary>
/// 上报: the employer sends declarations on for review, each once and for good; one target for the batch. Source: EMP-18 to EMP-22, FWD-01 to FWD-06, DEC-09.
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

            var employer = await EmployerAsync(cancel);
            var organization = target.Of(employer);
            if (organization is not { State: OrganizationState.Active })
            {
                return organization is null ? DeclarationRefusals.NoIndustryDepartment : DeclarationRefusals.TargetRetired;
            }

            var batch = await DeclarationBatch.BeginAsync(work.Db, caller.ReachFor(Permission.ForwardDeclarations), ids,
                row => target is ForwardTarget.IndustryDepartment && row.Category is SubjectCategory.Public ? DeclarationRefusals.PublicGoesToBureau
                    : row.Forwarded ? DeclarationRefusals.AlreadyForwarded
                    : !row.Status.Allows(DeclarationEvent.Forward) ? DeclarationRefusals.NotForwardable
                    : row.Objected ? DeclarationRefusals.Objected : null, cancel);
            await batch.Rows(DeclarationEvent.Forward).Where(d => d.Objection == null || d.ObjectionAnswer != null).ExecuteUpdateAsync(set => set
                .SetProperty(d => d.Status, DeclarationStatus.UnderReview)
                .SetProperty(d => d.TargetId, organization.Id)
                .SetProperty(d => d.CityCode, employer.CityCode)
                .SetProperty(d => d.CountyCode, employer.CountyCode)
                .SetProperty(d => d.IndustryDepartmentId, employer.IndustryDepartmentId)
                .SetProperty(d => d.ForwardedAt, write.At)
                .SetProperty(d => d.FiledByHash, caller.PersonHash)
                .SetProperty(d => d.ChangeId, write.ChangeId)
                .SetProperty(d => d.Version, d => d.Version + 1), cancel);
            await Timeline.AppendAsync(work.Db, write, DeclarationEvent.Forward, null, cancel);
            return await batch.EndAsync(write, DeclarationRefusals.AlreadyForwarded, cancel);
        }, cancel);

    // Target and level columns are fixed by value here: a later move of the employer does not move the item (FWD-06).
    private Task<Employer> EmployerAsync(CancellationToken cancel) =>
        work.Db.Organizations.AsNoTracking().Within(caller.ReachFor(Permission.ForwardDeclarations)).OfType<Employer>()
            .Include(e => e.Supervisor).Include(e => e.IndustryDepartment).SingleAsync(cancel);
}
