using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Accounts;

/// <summary>批量通过, 批量不通过 and, for the province, 全部通过, 全部不通过: says how many and who, then does it. Source: EMP-15, BUR-06, PRO-04, PRO-05, REV-04.</summary>
public sealed class ReviewConfirmModel(GraphClient graph) : PageModel
{
    /// <summary>Carries what was left as it was to the list.</summary>
    public const string Left = "ReviewLeft";

    private const string Document = "Accounts/Review.graphql";

    [FromRoute]
    public string? Category { get; set; }

    [BindProperty(SupportsGet = true, Name = "id")]
    public IReadOnlyList<string> Ids { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public string? Decision { get; set; }

    /// <summary>Everything that waits, instead of chosen ones.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    /// <summary>The filter that 全部通过 goes by.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Name { get; set; }

    /// <summary>The number that the reviewer saw.</summary>
    [BindProperty]
    public int Expected { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public ReviewKind Kind { get; private set; } = null!;

    public IReadOnlyList<RegistrationRow> Chosen { get; private set; } = [];

    /// <summary>How many are decided.</summary>
    public int Count { get; private set; }

    public bool IsPass => Decision == "PASS";

    public string Verb => IsPass ? "通过" : "不通过";

    public async Task<IActionResult> OnGetAsync()
    {
        if (ReviewKind.Of(Category) is not { } kind)
        {
            return NotFound();
        }

        Kind = kind;
        if ((Ids.Count == 0 && !All) || Decision is not ("PASS" or "FAIL"))
        {
            return Back();
        }

        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (ReviewKind.Of(Category) is not { } kind)
        {
            return NotFound();
        }

        Kind = kind;
        await LoadAsync();
        var answer = (await graph.AskAsync<ReviewAnswer>(Document, "Review", new { input = Input() })).ReviewRegistrations;
        if (this.Refused(answer.UserErrors) is { } refused)
        {
            return refused;
        }

        ReviewTelling.Tell(this, Kind, IsPass, answer, Chosen.ToDictionary(one => one.Id, Kind.NameOf));
        return Back();
    }

    private object Input()
    {
        var decision = IsPass ? "PASS" : "FAIL";
        return All
            ? new { allWaiting = new { kind = Kind.Kind, name = Name, expected = Expected }, decision, reason = Reason }
            : new { ids = Ids, decision, reason = Reason };
    }

    private RedirectToPageResult Back() => RedirectToPage(Kind.ListPage, new { category = Category });

    private async Task LoadAsync()
    {
        if (All)
        {
            Count = (await graph.AskAsync<WaitingAnswer>(Document, "Waiting", new { kind = Kind.Kind, name = Name })).Waiting;
            return;
        }

        var chosen = await graph.AskAsync<ChosenAnswer>(Document, "Chosen", new { ids = Ids, person = Kind.IsPerson });
        (Chosen, Count) = ([.. chosen.Nodes.OfType<RegistrationRow>().Where(one => one.Id is not null)], Ids.Count);
    }

    private sealed record WaitingAnswer(int Waiting);

    private sealed record ChosenAnswer(IReadOnlyList<RegistrationRow?> Nodes);

    private sealed record ReviewAnswer(ReviewedRegistrations ReviewRegistrations);
}

/// <summary>What came of a review.</summary>
public sealed record ReviewedRegistrations(int? Succeeded, IReadOnlyList<LeftRegistration> Refused, IReadOnlyList<UserError> UserErrors);

/// <summary>One that was left as it was.</summary>
public sealed record LeftRegistration(string Id, string Message);

/// <summary>Says on the list how many passed, which were refused and why.</summary>
public static class ReviewTelling
{
    public static void Tell(PageModel page, ReviewKind kind, bool isPass, ReviewedRegistrations answer, IReadOnlyDictionary<string, string> names)
    {
        if (answer.Succeeded > 0)
        {
            page.TempData["Told"] = isPass
                ? $"已通过 {answer.Succeeded} {kind.Unit}，{(kind.IsPerson ? "他们" : "申请人")}现在可以登录；系统会发邮件通知本人。"
                : $"不通过 {answer.Succeeded} {kind.Unit}，系统会把原因发到本人邮箱；更正后可以重新注册。";
        }

        if (answer.Refused.Count > 0)
        {
            page.TempData[ReviewConfirmModel.Left] = answer.Refused.Select(one => $"{names.GetValueOrDefault(one.Id, "这条注册信息")}：{one.Message}").ToArray();
        }
    }
}
