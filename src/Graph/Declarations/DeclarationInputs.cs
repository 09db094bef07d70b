using GraphQL;
using HnCe.Domain.Access;
using HnCe.Domain.Declarations;
using HnCe.Domain.Jobs;
using HnCe.Graph.Accounts;
using HnCe.Graph.Files;
using HnCe.Graph.Jobs;
using HnCe.Graph.Server;

namespace HnCe.Graph.Declarations;

/// <summary>One answer to a field of a declaration type. DEC-10.</summary>
/// <param name="Name">Name of the field.</param>
/// <param name="Value">The answer as text; dates as 2025-03-09, choices by value.</param>
[Name("DeclarationDetailInput")]
public sealed record DetailInput(string Name, string Value)
{
    internal static IReadOnlyDictionary<string, string> ToAnswers(IEnumerable<DetailInput> details) =>
        details.GroupBy(detail => detail.Name).ToDictionary(group => group.Key, group => group.Last().Value);
}

/// <summary>A filled-in declaration form. 申报继续教育信息. DEC-03.</summary>
public sealed class DeclareInput
{
    /// <summary>The draft or declaration to be changed; a new one without it. IND-25.</summary>
    public Key<DeclarationView>? Id { get; init; }

    /// <summary>The form. 表单内容.</summary>
    public required DeclarationFormInput Form { get; init; }
}

/// <summary>What a declaration says. DEC-03, DEC-04.</summary>
public sealed class DeclarationFormInput
{
    /// <summary>Form. 继续教育类型.</summary>
    public required DeclarationKind Kind { get; init; }

    /// <summary>Subject category. 科目类型.</summary>
    public required SubjectCategory Category { get; init; }

    /// <summary>Credit year. 计入年度. DEC-05.</summary>
    public required int CreditYear { get; init; }

    /// <summary>Answers to the fields of the type. DEC-10.</summary>
    public IReadOnlyList<DetailInput>? Details { get; init; }

    /// <summary>Claimed credit hours, 0.5 to 200 in steps of 0.5; the proposed ones without it. 申报学时. DEC-04.</summary>
    public decimal? ClaimedHours { get; init; }

    /// <summary>Remark, at most 1000 characters. 备注. IND-22.</summary>
    public string? Remark { get; init; }

    /// <summary>The uploaded file; exactly one. 选择文件. IND-21.</summary>
    public Key<AttachmentView>? File { get; init; }

    /// <summary>The failed declaration that this one replaces. FWD-07.</summary>
    public Key<DeclarationView>? Replaces { get; init; }

    internal DeclarationInput ToInput() => new()
    {
        Kind = Kind,
        Category = Category,
        CreditYear = CreditYear,
        Details = DetailInput.ToAnswers(Details ?? []),
        ClaimedHours = ClaimedHours,
        Remark = Remark,
        FileId = File?.Value,
        ReplacesId = Replaces?.Value,
    };
}

/// <summary>A declaration registered for a professional. 其它继续教育形式登记. EMP-19.</summary>
public sealed class RegisterDeclarationOnBehalfInput
{
    /// <summary>The person, of the caller's employer.</summary>
    public required Key<ProfessionalView> Professional { get; init; }

    /// <summary>The form. 表单内容.</summary>
    public required DeclarationFormInput Form { get; init; }
}

/// <summary>Which own declaration is taken back. IND-25.</summary>
public sealed class WithdrawDeclarationInput
{
    /// <summary>The declaration.</summary>
    public required Key<DeclarationView> Id { get; init; }
}

/// <summary>Which declaration is returned, and why. EMP-23.</summary>
public sealed class ReturnDeclarationInput
{
    /// <summary>The declaration.</summary>
    public required Key<DeclarationView> Id { get; init; }

    /// <summary>Reason, 1 to 500 characters. 原因.</summary>
    public required string Reason { get; init; }
}

/// <summary>Which declarations are forwarded, and to whom. FWD-02, FWD-04.</summary>
public sealed class ForwardDeclarationsInput
{
    /// <summary>The declarations, at most 500.</summary>
    public required IReadOnlyList<Key<DeclarationView>> Ids { get; init; }

    /// <summary>Reviewing body; public subjects take the same-level bureau only. 送审部门.</summary>
    public required ForwardTarget Target { get; init; }
}

/// <summary>What is decided, and how: either chosen ids, or everything that waits under a filter. REV-02, REV-04, REV-05.</summary>
public sealed class ReviewDeclarationsInput
{
    /// <summary>Chosen declarations, at most 500; leave out for everything that waits.</summary>
    public IReadOnlyList<Key<DeclarationView>>? Ids { get; init; }

    /// <summary>Everything that waits under this filter. 全部通过, 全部不通过.</summary>
    public AllWaitingInput? AllWaiting { get; init; }

    /// <summary>通过 or 不通过.</summary>
    public required ReviewDecision Decision { get; init; }

    /// <summary>Reason, 1 to 500 characters; required for FAIL. 原因.</summary>
    public string? Reason { get; init; }

    /// <summary>Recognised credit hours, at most the claimed ones; for a single declaration only. 认定学时.</summary>
    public decimal? RecognisedHours { get; init; }
}

/// <summary>Everything that waits, as the reviewer saw and confirmed it. REV-04.</summary>
public sealed class AllWaitingInput
{
    /// <summary>The filter that was in force.</summary>
    public required WaitingFilterInput Filter { get; init; }

    /// <summary>The number that the reviewer confirmed; when it is no longer true, nothing happens.</summary>
    public required int Expected { get; init; }
}

/// <summary>Which passed declarations are revoked, and why. REV-12.</summary>
public sealed class RevokeDeclarationsInput
{
    /// <summary>The declarations, at most 500.</summary>
    public required IReadOnlyList<Key<DeclarationView>> Ids { get; init; }

    /// <summary>Reason, 1 to 500 characters. 原因.</summary>
    public required string Reason { get; init; }
}

/// <summary>What came of changing one declaration.</summary>
public abstract class DeclarationPayload : Payload
{
    /// <summary>Opaque id of the declaration; null when refused.</summary>
    public Key<DeclarationView>? DeclarationId { get; init; }

    internal static TPayload Of<TPayload>(Outcome<long> outcome)
        where TPayload : DeclarationPayload, new() => outcome.To(key => new TPayload { DeclarationId = new(key) });
}

/// <summary>What came of declaring.</summary>
public sealed class DeclarePayload : DeclarationPayload;

/// <summary>What came of saving a draft.</summary>
public sealed class SaveDeclarationDraftPayload : DeclarationPayload;

/// <summary>What came of registering on behalf.</summary>
public sealed class RegisterDeclarationOnBehalfPayload : DeclarationPayload;

/// <summary>What came of withdrawing.</summary>
public sealed class WithdrawDeclarationPayload : DeclarationPayload;

/// <summary>What came of returning.</summary>
public sealed class ReturnDeclarationPayload : DeclarationPayload;

/// <summary>What came of forwarding.</summary>
public sealed class ForwardDeclarationsPayload : BatchPayload;

/// <summary>What came of reviewing.</summary>
public sealed class ReviewDeclarationsPayload : BatchPayload
{
    /// <summary>Key of the job.</summary>
    [Ignore]
    public long? JobKey { get; init; }
}

[Extends<ReviewDeclarationsPayload>]
internal static class ReviewDeclarationsPayloadFields
{
    /// <summary>The job that decides, where more than 20 000 wait; nothing is decided yet. Null where everything was done at once. REV-04.</summary>
    /// <param name="payload">The payload.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="jobs">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    public static async Task<JobView?> Job([Parent] ReviewDeclarationsPayload payload, Selected<Job, JobView> selected, [FromServices] JobReader jobs, CancellationToken cancel) =>
        payload.JobKey is { } key ? (await jobs.FindAsync([key], selected.Shape, cancel)).SingleOrDefault() : null;
}

/// <summary>What came of revoking.</summary>
public sealed class RevokeDeclarationsPayload : BatchPayload;
