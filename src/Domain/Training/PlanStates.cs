using HnCe.Domain.Access;
using HnCe.Domain.Declarations;

namespace HnCe.Domain.Training;

/// <summary>What can happen to a training plan.</summary>
public enum PlanEvent
{
    /// <summary>存草稿.</summary>
    SaveDraft,

    /// <summary>保存并送审, for the first time or again after a change. Source: PLN-01, PLN-07.</summary>
    Submit,

    /// <summary>通过.</summary>
    Pass,

    /// <summary>不通过.</summary>
    Fail,

    /// <summary>删除. Source: PLN-01.</summary>
    Delete,

    /// <summary>修改备注 of a passed plan. Source: PLN-08.</summary>
    Remark,
}

/// <summary>The state machine of a training plan as a table. Source: SPEC §18.</summary>
public static class PlanStates
{
    /// <summary>All transitions.</summary>
    public static readonly IReadOnlyList<Transition<PlanEvent, PlanStatus>> Table =
    [
        new(PlanEvent.SaveDraft, [null, PlanStatus.Draft], PlanStatus.Draft, Permission.ConductTraining, PlanRefusals.NoDraft),
        new(PlanEvent.Submit, [null, PlanStatus.Draft, PlanStatus.Pending, PlanStatus.Failed], PlanStatus.Pending, Permission.ConductTraining, PlanRefusals.Frozen),
        new(PlanEvent.Pass, [PlanStatus.Pending], PlanStatus.Passed, Permission.ReviewTraining, DeclarationRefusals.AlreadyReviewed),
        new(PlanEvent.Fail, [PlanStatus.Pending], PlanStatus.Failed, Permission.ReviewTraining, DeclarationRefusals.AlreadyReviewed),
        new(PlanEvent.Delete, [PlanStatus.Draft, PlanStatus.Pending, PlanStatus.Failed], PlanStatus.Deleted, Permission.ConductTraining, PlanRefusals.Frozen),
        new(PlanEvent.Remark, [PlanStatus.Passed], null, Permission.ConductTraining, PlanRefusals.NotPassed),
    ];

    /// <summary>The row of an event.</summary>
    public static Transition<PlanEvent, PlanStatus> Of(PlanEvent happening) => Table.Single(row => row.Event == happening);

    /// <summary>Whether an event may happen in a state; null is a plan that does not exist yet.</summary>
    public static bool Allows(this PlanStatus? status, PlanEvent happening) => Of(happening).From.Contains(status);
}
