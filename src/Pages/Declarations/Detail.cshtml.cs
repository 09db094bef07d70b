using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Declarations;

/// <summary>详细: one declaration with its proof and its history, for its owner, the employer and whoever looks on. Source: IND-17, IND-25, F15, DEC-08, DEC-09.</summary>
public sealed class DetailModel(GraphClient graph, TimeProvider clock) : PageModel
{
    private static readonly Dictionary<string, string> Verbs = new()
    {
        ["SAVE_DRAFT"] = "存草稿",
        ["DECLARE"] = "申报",
        ["REGISTER_ON_BEHALF"] = "登记",
        ["RETURN"] = "退回",
        ["WITHDRAW"] = "撤回",
        ["FORWARD"] = "上报",
        ["PASS"] = "审核通过",
        ["FAIL"] = "审核不通过",
        ["REVOKE"] = "撤销",
        ["CHANGE_CATEGORY"] = "更改科目类型",
        ["OBJECT"] = "提出异议",
        ["ANSWER_OBJECTION"] = "答复异议，照原样上报",
        ["CANCEL_REGISTERED"] = "撤销登记",
    };

    public Item Declaration { get; private set; } = null!;

    /// <summary>The reader is the professional himself: nobody else of that role reaches it.</summary>
    public bool IsOwn { get; private set; }

    /// <summary>The reader administers the employer.</summary>
    public bool IsUnit { get; private set; }

    /// <summary>Menu entry that this page hangs below, by the reader's role.</summary>
    public string Menu { get; private set; } = "";

    public IReadOnlyList<TimelineStep> Steps { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id)
    {
        var answer = await graph.AskAsync<Answer>("Detail", new { id });
        if (answer.Declaration is null)
        {
            return NotFound();
        }

        Declaration = answer.Declaration;
        IsOwn = answer.Viewer.UserType == "INDIVIDUAL";
        IsUnit = answer.Viewer.UserType == "EMPLOYER";
        Menu = answer.Viewer.UserType switch
        {
            "INDIVIDUAL" => "/Declarations/Mine",
            "EMPLOYER" => "/Declarations/Unit",
            _ => "/Credits/People",
        };
        Steps = [.. Past(Declaration.Timeline), .. Ahead(Declaration)];
        return Page();
    }

    // A draft saved ten times is one step to a reader: the last.
    private static IEnumerable<TimelineStep> Past(IReadOnlyList<Step> timeline) => timeline
        .Where((step, index) => step.Event != "SAVE_DRAFT" || index == timeline.Count - 1 || timeline[index + 1].Event != "SAVE_DRAFT")
        .Select(step => new TimelineStep(
            $"{step.Actor}{(step.Organization is null ? " " : $"（{step.Organization.Name}）")}{Verbs.GetValueOrDefault(step.Event, "")}{(step.Hours is { } hours ? $"，认定 {Number.Hours(hours)} 学时" : "")}",
            step.At, step.Reason));

    private IEnumerable<TimelineStep> Ahead(Item item)
    {
        if (Holder.Of(item.Status, item.Employer.Name, item.Target?.Name, IsOwn) is not { } holder)
        {
            yield break;
        }

        var since = item.Timeline.Count == 0 ? item.SubmittedAt : item.Timeline[^1].At;
        var days = Holder.DaysSince(since, clock.GetUtcNow());
        yield return new(days > 0 ? $"{holder}，已等待 {days} 天" : holder, When: StepTime.Now);
        if (item.Status is "DRAFT" or "RETURNED" or "PENDING_EMPLOYER" or "TO_FORWARD")
        {
            yield return new(item.Status is "TO_FORWARD" ? "单位上报，由人社部门或行业主管部门审核" : "单位审核并上报，由人社部门或行业主管部门审核", When: StepTime.Later);
        }

        yield return new($"通过后计入{item.CreditYear}年度", When: StepTime.Later);
    }

    /// <summary>The declaration.</summary>
    public sealed record Item(
        string Id, string KindName, string Category, int CreditYear, string Title, IReadOnlyList<CheckedDetail> Details, decimal? ClaimedHours,
        decimal? ProposedHours, string RuleTrace, decimal? RecognisedHours, string Remark, Proof? Attachment, string Status, Named? Target,
        DateTime SubmittedAt, DateTime? ForwardedAt, bool OnBehalf, string? Objection, string? ObjectionAnswer, bool CanObject,
        bool CanAnswerObjection, bool CanCancelRegistered, bool CanEdit, bool CanWithdraw, Person Professional, Named Employer,
        IReadOnlyList<Step> Timeline, IReadOnlyList<Like> Similar, Replaced? Replaces)
    {
        public string CategoryName => Category == "PUBLIC" ? "公需科目" : "专业科目";
    }

    /// <summary>The person whose hours these are.</summary>
    public sealed record Person(string Name, string TitleLevel, string? TitleName, Named? Department);

    /// <summary>The attachment.</summary>
    public sealed record Proof(string Id, string Name, long Size, string Type, string Url);

    /// <summary>A step of the history.</summary>
    public sealed record Step(string Event, DateTime At, string Actor, Named? Organization, string? Reason, decimal? Hours);

    /// <summary>Another declaration of the same achievement or with the same scan.</summary>
    public sealed record Like(string Id, string Title, string KindName, int CreditYear, string Status, DateTime SubmittedAt, Named Professional, Named Employer);

    /// <summary>The failed declaration that this one replaces.</summary>
    public sealed record Replaced(string Id, string Title, string? Reason);

    private sealed record Answer(ViewerAnswer Viewer, Item? Declaration);

    private sealed record ViewerAnswer(string UserType);
}
