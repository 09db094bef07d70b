using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Accounts;

/// <summary>
/// 审核注册账号 of an employer and 审核账户 of a bureau or the province: who registered, longest waiting first. One model behind two pages, which
/// differ by <see cref="ReviewKind"/>. Source: EMP-14, EMP-15, BUR-06, BUR-07, PRO-04, S-EMP-07, S-REV-01 to S-REV-04.
/// </summary>
public sealed class ReviewModel(GraphClient graph) : PageModel
{
    private const string Document = "Accounts/Review.graphql";

    private static readonly Dictionary<string, string> Statuses = new() { ["pending"] = "PENDING", ["passed"] = "PASSED", ["failed"] = "FAILED" };

    /// <summary>The part of the address that names the kind.</summary>
    [FromRoute]
    public string? Category { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? View { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Name { get; set; }

    public ReviewKind Kind { get; private set; } = null!;

    public ListPosition Position => ListPosition.Of(Request);

    public ListAnswer<RegistrationRow> Found { get; private set; } = null!;

    public IReadOnlyList<ViewTab> Tabs { get; private set; } = [];

    /// <summary>What the last batch left as it was, and why.</summary>
    public IReadOnlyList<string> Left { get; private set; } = [];

    public bool IsWaiting => View == "pending";

    /// <summary>Whether 全部通过 is offered: to the province, for what waits. Source: PRO-04.</summary>
    public bool OffersAll { get; private set; }

    /// <summary>How many wait under the filter; the number on 全部通过.</summary>
    public int Waiting { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (ReviewKind.Of(Category) is not { } kind)
        {
            return NotFound();
        }

        (Kind, View) = (kind, Statuses.ContainsKey(View ?? "") ? View : "pending");
        var variables = new
        {
            kind = kind.Kind,
            person = kind.IsPerson,
            status = Statuses[View!],
            name = Name,
            Position.First,
            Position.After,
            Position.Last,
            Position.Before,
        };
        var answer = await graph.AskAsync<Answer>(Document, "Registrations", variables);
        (Found, Waiting, OffersAll) = (answer.Registrations, answer.Waiting, answer.Viewer?.UserType == "PROVINCIAL_DEPARTMENT" && answer.Waiting > 0);
        Tabs =
        [
            new("pending", "待审核", answer.Pending.TotalCount),
            new("passed", "通过", answer.Passed.TotalCount),
            new("failed", "不通过", answer.Failed.TotalCount),
        ];
        Left = TempData[ReviewConfirmModel.Left] as string[] ?? [];
        return Page();
    }

    private sealed record Answer(ViewerAnswer? Viewer, int Waiting, ListAnswer<RegistrationRow> Registrations, CountAnswer Pending, CountAnswer Passed, CountAnswer Failed);

    private sealed record ViewerAnswer(string UserType);

    private sealed record CountAnswer(int TotalCount);
}

/// <summary>A registration as the list and the confirmation show it.</summary>
public sealed record RegistrationRow(
    string Id, string ApplicantName, string ApplicantIdNumber, string ApplicantMobile, string Status, DateTime SubmittedAt, string? Reason,
    ApplyingOrganization? Organization, ClassRow? Details, ApplicantRow? Professional);

/// <summary>The applicant, where he is a professional.</summary>
public sealed record ApplicantRow(string Sex, string? MajorName, string TitleLevel, NamedRow? Department);

/// <summary>The organization that the applicant wants to administer.</summary>
public sealed record ApplyingOrganization(string Name, string? Code);

/// <summary>How that organization is classified.</summary>
public sealed record ClassRow(string? NatureName, string? InstitutionLevelName);

/// <summary>Something of which only the name is shown.</summary>
public sealed record NamedRow(string Name);

/// <summary>性别 in words.</summary>
public static class SexWords
{
    public static string Of(string? sex) => sex switch { "MALE" => "男", "FEMALE" => "女", _ => "" };
}
