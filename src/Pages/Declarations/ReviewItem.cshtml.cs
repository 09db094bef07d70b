using System.Globalization;
using HnCe.Pages.Accounts;
using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Declarations;

/// <summary>
/// 审核, level 3: one declaration, its proof beside it, the verdict below; after a verdict the next one that waits.
/// Source: REV-03, REV-05, REV-11 to REV-13, DEC-08, DEC-13, S-RVW-03.
/// </summary>
public sealed class ReviewItemModel(GraphClient graph, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public ReviewFilter Filter { get; set; } = new();

    /// <summary>Opaque id of the declaring organization.</summary>
    [BindProperty(SupportsGet = true)]
    public string Employer { get; set; } = "";

    /// <summary>Opaque id of the declaration.</summary>
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>认定学时 as typed.</summary>
    [BindProperty]
    public string? RecognisedHours { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public ReviewItem Item { get; private set; } = null!;

    /// <summary>Null when it was not sent to the viewer's organization.</summary>
    public ReviewPlace? Place { get; private set; }

    public bool MayRevoke { get; private set; }

    public bool MayReveal { get; private set; }

    /// <summary>The full ID number, in the answer to its form only.</summary>
    public string? Revealed { get; private set; }

    public int WaitedDays => Item.ForwardedAt is { } at ? clock.DaysSince(at) : 0;

    /// <summary>Parameters of another item of this review, or of the list of items.</summary>
    public Dictionary<string, string> Route(string? id = null) =>
        id is null ? Filter.Route(("employer", Employer)) : Filter.Route(("employer", Employer), ("id", id));

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string? decision)
    {
        if (!await LoadAsync() || decision is not ("PASS" or "FAIL"))
        {
            return NotFound();
        }

        if (Hours(decision) is not { IsTyped: true } hours)
        {
            return this.Refused([new("INVALID_INPUT", "认定学时须为 0.5 的倍数，且不超过申报学时", "recognisedHours")])!;
        }

        var input = new { ids = new[] { Id }, decision, reason = Reason, recognisedHours = hours.Value };
        var outcome = (await graph.AskAsync<ReviewAnswer>("Review", new { input })).ReviewDeclarations;
        if (outcome.Errors.Count > 0)
        {
            await LoadAsync();
            return this.Refused(outcome.Errors)!;
        }

        var recognised = decision == "PASS" ? $"通过，认定 {hours.Value ?? Item.ClaimedHours:0.#} 学时" : "不通过";
        TempData["Told"] = $"{Item.Professional.Name}“{Item.Title}”{recognised}。";
        return await NextAsync();
    }

    public async Task<IActionResult> OnPostRevokeAsync()
    {
        if (!await LoadAsync() || !MayRevoke)
        {
            return NotFound();
        }

        var input = new { ids = new[] { Id }, reason = Reason ?? "" };
        var outcome = (await graph.AskAsync<RevokeAnswer>("Revoke", new { input })).RevokeDeclarations;
        if (this.Refused(outcome.Errors) is { } refused)
        {
            await LoadAsync();
            return refused;
        }

        TempData["Told"] = "已撤销，学时已扣除，本人已收到通知。";
        return RedirectToPage("/Declarations/ReviewItem", Route(Id));
    }

    public async Task<IActionResult> OnPostRevealAsync(string? why)
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        var (idNumber, errors) = await graph.RevealAsync(Item.Professional.Id, why);
        Revealed = idNumber;
        return this.Refused([.. errors.Select(error => error with { Path = "why" })]) ?? Page();
    }

    private async Task<IActionResult> NextAsync()
    {
        var place = await PlaceAsync();
        return place?.NextId is { } next
            ? RedirectToPage("/Declarations/ReviewItem", Route(next))
            : RedirectToPage("/Declarations/ReviewEmployer", Route());
    }

    private async Task<bool> LoadAsync()
    {
        (Filter.Unit, Filter.Waited) = (null, null);
        await Filter.CheckAsync(graph);
        var answer = await graph.AskAsync<ItemAnswer>("Item", new { Id });
        if (answer.Declaration is not { } found || found.Employer.Id != Employer)
        {
            return false;
        }

        Item = found;
        Place = await PlaceAsync();
        MayRevoke = found.CanRevoke && (found.Target?.Id == answer.Viewer.Organization?.Id || answer.Viewer.UserType == "PROVINCIAL_DEPARTMENT");
        MayReveal = answer.Viewer.Permissions.Contains("REVEAL_PERSONAL_DATA");
        RecognisedHours ??= (found.RecognisedHours ?? found.ClaimedHours)?.ToString("0.#", CultureInfo.InvariantCulture);
        return true;
    }

    private async Task<ReviewPlace?> PlaceAsync() =>
        (await graph.AskAsync<PlaceAnswer>("Place", new { Id, filter = Filter.Waiting([Employer]) })).ReviewPlace;

    // 认定学时 belongs to 通过 only; full-width digits are what an input method leaves.
    private TypedHours Hours(string decision)
    {
        var text = RecognisedHours?.Normalize(System.Text.NormalizationForm.FormKC).Trim();
        return decision == "FAIL" || string.IsNullOrEmpty(text) ? new(true, null)
            : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours) ? new(true, hours) : new(false, null);
    }

    public sealed record ReviewPlace(int? Position, int Waiting, string? PreviousId, string? NextId);

    private readonly record struct TypedHours(bool IsTyped, decimal? Value);

    private sealed record ItemAnswer(ViewerAnswer Viewer, ReviewItem? Declaration);

    private sealed record ViewerAnswer(ReviewItem.Key? Organization, string UserType, IReadOnlyList<string> Permissions);

    private sealed record PlaceAnswer(ReviewPlace? ReviewPlace);

    private sealed record ReviewAnswer(ReviewOutcome ReviewDeclarations);

    private sealed record RevokeAnswer(ReviewOutcome RevokeDeclarations);
}
