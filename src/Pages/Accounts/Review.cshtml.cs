using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Accounts;

/// <summary>审核注册账号: who registered with the employer, longest waiting first. Source: EMP-14, EMP-15, S-EMP-07.</summary>
public sealed class ReviewModel(GraphClient graph) : PageModel
{
    private static readonly Dictionary<string, string> Statuses = new() { ["pending"] = "PENDING", ["passed"] = "PASSED", ["failed"] = "FAILED" };

    [BindProperty(SupportsGet = true)]
    public string? View { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Name { get; set; }

    public ListPosition Position => ListPosition.Of(Request);

    public ListAnswer<RegistrationRow> Found { get; private set; } = null!;

    public IReadOnlyList<ViewTab> Tabs { get; private set; } = [];

    /// <summary>What the last batch left as it was, and why.</summary>
    public IReadOnlyList<string> Left { get; private set; } = [];

    public bool IsWaiting => View == "pending";

    public async Task OnGetAsync()
    {
        View = Statuses.ContainsKey(View ?? "") ? View : "pending";
        var variables = new { status = Statuses[View!], name = Name, Position.First, Position.After, Position.Last, Position.Before };
        var answer = await graph.AskAsync<Answer>("Registrations", variables);
        Found = answer.Registrations;
        Tabs =
        [
            new("pending", "待审核", answer.Pending.TotalCount),
            new("passed", "通过", answer.Passed.TotalCount),
            new("failed", "不通过", answer.Failed.TotalCount),
        ];
        Left = TempData[ReviewConfirmModel.Left] as string[] ?? [];
    }

    private sealed record Answer(ListAnswer<RegistrationRow> Registrations, CountAnswer Pending, CountAnswer Passed, CountAnswer Failed);

    private sealed record CountAnswer(int TotalCount);
}

/// <summary>A registration as the list and the confirmation show it.</summary>
public sealed record RegistrationRow(string Id, string ApplicantName, string Status, DateTime SubmittedAt, string? Reason, ApplicantRow? Professional);

/// <summary>The applicant.</summary>
public sealed record ApplicantRow(string Sex, string IdNumber, string? MajorName, string TitleLevel, NamedRow? Department);

/// <summary>Something of which only the name is shown.</summary>
public sealed record NamedRow(string Name);

/// <summary>性别 in words.</summary>
public static class SexWords
{
    public static string Of(string? sex) => sex switch { "MALE" => "男", "FEMALE" => "女", _ => "" };
}
