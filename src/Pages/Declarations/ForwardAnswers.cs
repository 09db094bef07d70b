using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;

namespace HnCe.Pages.Declarations;

/// <summary>One row of what an employer forwards.</summary>
public sealed record ForwardRow(
    string Id, string Title, string KindName, int CreditYear, decimal? ClaimedHours, decimal? RecognisedHours, string Status, DateTime SubmittedAt,
    string? Reason, bool OnBehalf, string? Objection, bool CanAnswerObjection, bool CanCancelRegistered, bool CanForward, bool CanReturn, bool CanChangeCategory, NamedAnswer? Target, PersonAnswer Professional);

/// <summary>Something of which only the name is shown.</summary>
public sealed record NamedAnswer(string Name);

/// <summary>A person with the department he belongs to.</summary>
public sealed record PersonAnswer(string Name, NamedAnswer? Department);

/// <summary>A department of the employer, for a filter.</summary>
public sealed record DepartmentAnswer(string Id, string Name);

/// <summary>The signed-in organization with its departments; null for one that is no employer.</summary>
public sealed record DepartmentsOwner(IReadOnlyList<DepartmentAnswer>? Departments)
{
    public IReadOnlyList<Choice> Choices => [.. (Departments ?? []).Select(one => new Choice(one.Id, one.Name))];
}

/// <summary>Who can review what the employer forwards; the employer has no industry department where it is null.</summary>
public sealed record ForwardingEmployer(IReadOnlyList<DepartmentAnswer> Departments, NamedAnswer? Supervisor, NamedAnswer? IndustryDepartment)
{
    /// <summary>送审部门 by name. Public subjects go to the bureau only. Source: FWD-01, FWD-02, EMP-24.</summary>
    public IReadOnlyList<Choice> TargetsFor(bool general) =>
    [
        .. general || IndustryDepartment is null ? [] : new Choice[] { new("INDUSTRY_DEPARTMENT", $"{IndustryDepartment.Name}（行业主管）") },
        .. Supervisor is null ? [] : new Choice[] { new("SAME_LEVEL_BUREAU", $"{Supervisor.Name}（同级人社部门）") },
    ];
}

/// <summary>The signed-in employer.</summary>
public sealed record ForwardingViewer(ForwardingEmployer Organization);

/// <summary>What the list shows.</summary>
public sealed record ForwardList(
    ForwardingViewer Viewer, int Todo, int Review, int Passed, int Failed, int Returned, ListAnswer<ForwardRow> Declarations);

/// <summary>Chosen rows; null for each that is out of reach.</summary>
public sealed record ForwardChosen(ForwardingViewer Viewer, IReadOnlyList<ForwardRow?> Nodes)
{
    public IReadOnlyList<ForwardRow> Rows => [.. Nodes.OfType<ForwardRow>()];
}

/// <summary>A confirmation: what goes, where to, and what stays behind.</summary>
public sealed record ForwardConfirmation(IReadOnlyList<ForwardRow> Going, IReadOnlyList<ForwardRow> Staying, Choice? Target, IReadOnlyList<Choice> Others);

/// <summary>A row that was left as it was, and why.</summary>
public sealed record RefusedRow(string Name, string Title, string Why);

internal sealed record ForwardedAnswer(ForwardedPayload ForwardDeclarations);

internal sealed record ForwardedPayload(int? Succeeded, IReadOnlyList<RefusedAnswer> Refused, IReadOnlyList<UserError> UserErrors);

internal sealed record RefusedAnswer(string Id, string Message);

internal sealed record ReturnedAnswer(ErrorsAnswer ReturnDeclaration);

internal sealed record ChangedAnswer(ErrorsAnswer ChangeDeclarationCategory);

internal sealed record ErrorsAnswer(IReadOnlyList<UserError> UserErrors);
