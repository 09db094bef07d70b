using HnCe.Domain.Access;

namespace HnCe.Domain.Declarations;

/// <summary>State of a declaration (认定结果). Source: SPEC §18.</summary>
public enum DeclarationStatus
{
    /// <summary>草稿: seen by its owner only.</summary>
    Draft,

    /// <summary>待单位审核.</summary>
    PendingEmployer,

    /// <summary>退回: the employer asked for a correction.</summary>
    Returned,

    /// <summary>待申报: accepted or registered by the employer, not yet forwarded.</summary>
    ToForward,

    /// <summary>待审核: forwarded, waits for the reviewing organization.</summary>
    UnderReview,

    /// <summary>通过: the hours count.</summary>
    Passed,

    /// <summary>不通过: final; a new declaration may replace it. Source: FWD-07.</summary>
    Failed,

    /// <summary>已撤销: passed once, hours withdrawn. Source: REV-12.</summary>
    Revoked,

    /// <summary>已撤回: taken back by its owner, or by the employer that had registered it.</summary>
    Withdrawn,
}

/// <summary>What can happen to a declaration.</summary>
public enum DeclarationEvent
{
    /// <summary>存草稿.</summary>
    SaveDraft,

    /// <summary>申报 by the professional.</summary>
    Declare,

    /// <summary>登记 by the employer on the person's behalf. Source: EMP-19.</summary>
    RegisterOnBehalf,

    /// <summary>退回 by the employer. Source: EMP-23.</summary>
    Return,

    /// <summary>撤回 by the professional. Source: IND-25.</summary>
    Withdraw,

    /// <summary>上报 by the employer, once. Source: EMP-22.</summary>
    Forward,

    /// <summary>通过.</summary>
    Pass,

    /// <summary>不通过.</summary>
    Fail,

    /// <summary>撤销. Source: REV-12.</summary>
    Revoke,

    /// <summary>改科目类型 by the employer, before forwarding. Source: DEC-06.</summary>
    ChangeCategory,

    /// <summary>提出异议 by the professional against what the employer registered. Source: DEC-09.</summary>
    Object,

    /// <summary>答复异议 by the employer, who stands by what it registered. Source: DEC-09.</summary>
    AnswerObjection,

    /// <summary>撤销登记 by the employer, of what it registered itself. Source: DEC-09.</summary>
    CancelRegistered,
}

/// <summary>The state machine of a declaration as a table; tests and batch statements read the same rows. Source: SPEC §18.</summary>
public static class DeclarationStates
{
    /// <summary>All transitions.</summary>
    public static readonly IReadOnlyList<Transition<DeclarationEvent, DeclarationStatus>> Table =
    [
        new(DeclarationEvent.SaveDraft, [null, DeclarationStatus.Draft], DeclarationStatus.Draft, Permission.Declare, DeclarationRefusals.NotEditable),
        new(DeclarationEvent.Declare, [null, DeclarationStatus.Draft, DeclarationStatus.PendingEmployer, DeclarationStatus.Returned], DeclarationStatus.PendingEmployer, Permission.Declare, DeclarationRefusals.NotEditable),
        new(DeclarationEvent.RegisterOnBehalf, [null], DeclarationStatus.ToForward, Permission.ForwardDeclarations, DeclarationRefusals.NotEditable),
        new(DeclarationEvent.Return, [DeclarationStatus.PendingEmployer], DeclarationStatus.Returned, Permission.ForwardDeclarations, DeclarationRefusals.NotReturnable),
        new(DeclarationEvent.Withdraw, [DeclarationStatus.Draft, DeclarationStatus.PendingEmployer, DeclarationStatus.Returned], DeclarationStatus.Withdrawn, Permission.Declare, DeclarationRefusals.NotEditable),
        new(DeclarationEvent.Forward, [DeclarationStatus.PendingEmployer, DeclarationStatus.ToForward], DeclarationStatus.UnderReview, Permission.ForwardDeclarations, DeclarationRefusals.AlreadyForwarded),
        new(DeclarationEvent.Pass, [DeclarationStatus.UnderReview], DeclarationStatus.Passed, Permission.ReviewDeclarations, DeclarationRefusals.AlreadyReviewed),
        new(DeclarationEvent.Fail, [DeclarationStatus.UnderReview], DeclarationStatus.Failed, Permission.ReviewDeclarations, DeclarationRefusals.AlreadyReviewed),
        new(DeclarationEvent.Revoke, [DeclarationStatus.Passed], DeclarationStatus.Revoked, Permission.RevokeDeclarations, DeclarationRefusals.NotPassed),
        new(DeclarationEvent.ChangeCategory, [DeclarationStatus.PendingEmployer, DeclarationStatus.ToForward], null, Permission.ForwardDeclarations, DeclarationRefusals.CategoryFixed),
        new(DeclarationEvent.Object, [DeclarationStatus.ToForward], null, Permission.Declare, DeclarationRefusals.NotObjectable),
        new(DeclarationEvent.AnswerObjection, [DeclarationStatus.ToForward], null, Permission.ForwardDeclarations, DeclarationRefusals.NotObjected),
        new(DeclarationEvent.CancelRegistered, [DeclarationStatus.ToForward], DeclarationStatus.Withdrawn, Permission.ForwardDeclarations, DeclarationRefusals.NotCancellable),
    ];

    /// <summary>The row of an event.</summary>
    public static Transition<DeclarationEvent, DeclarationStatus> Of(DeclarationEvent happening) => Table.Single(row => row.Event == happening);

    /// <summary>Whether an event may happen in a state.</summary>
    public static bool Allows(this DeclarationStatus? status, DeclarationEvent happening) => Of(happening).From.Contains(status);
}
