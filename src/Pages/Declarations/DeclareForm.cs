using System.Globalization;
using System.Text;
using HnCe.Pages.Files;
using HnCe.Pages.Hosting;

namespace HnCe.Pages.Declarations;

/// <summary>
/// The answers of the declaration form between two requests. They travel in the form itself, so that nothing is lost when it comes back
/// and nothing lies about on the server.
/// </summary>
public sealed record DeclareForm
{
    private const string Detail = "details.";

    public string? Id { get; init; }

    public string? Replaces { get; init; }

    public string Kind { get; init; } = "";

    public string? Category { get; init; }

    public string? CreditYear { get; init; }

    public IReadOnlyDictionary<string, string> Details { get; init; } = new Dictionary<string, string>();

    public string ClaimedHours { get; init; } = "";

    /// <summary>The proposal that was shown last: while the claim equals it, the claim follows the next proposal.</summary>
    public string Proposed { get; init; } = "";

    public IReadOnlyList<string> Proofs { get; init; } = [];

    public PostedFile? File { get; init; }

    public string Remark { get; init; } = "";

    public static DeclareForm Posted(IFormCollection form) => new()
    {
        Id = Text(form, "id"),
        Replaces = Text(form, "replaces"),
        Kind = Text(form, "kind") ?? "",
        Category = Text(form, "category"),
        CreditYear = Text(form, "creditYear"),
        Details = form.Keys.Where(key => key.StartsWith(Detail, StringComparison.Ordinal))
            .ToDictionary(key => key[Detail.Length..], key => form[key].ToString()),
        ClaimedHours = Text(form, "claimedHours") ?? "",
        Proposed = Text(form, "proposed") ?? "",
        Proofs = [.. form["proofs"].OfType<string>()],
        File = PostedFile.Kept(form),
        Remark = form["remark"].ToString(),
    };

    /// <summary>What the form itself can tell is wrong before the graph is asked: answers that have no place in an input.</summary>
    public IEnumerable<UserError> Unreadable()
    {
        if (Category is not ("PUBLIC" or "PROFESSIONAL"))
        {
            yield return new("REQUIRED", "请选择科目类型", "category");
        }

        if (ClaimedHours.Length > 0 && Hours is null)
        {
            yield return new("NOT_A_NUMBER", "申报学时应为数字，如 20 或 12.5", "claimedHours");
        }
    }

    /// <summary>The input of the graph; unreadable answers are left out.</summary>
    public object ToInput() => new { id = Id, form = ToFormInput() };

    /// <summary>The form within an input.</summary>
    public object ToFormInput() => new
    {
        kind = Kind,
        category = Category == "PUBLIC" ? "PUBLIC" : "PROFESSIONAL",
        creditYear = int.TryParse(CreditYear, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0,
        details = Details.Where(answer => answer.Value.Length > 0).Select(answer => new { name = answer.Key, value = answer.Value }),
        claimedHours = IsProposal ? null : Hours,
        remark = Remark,
        file = File?.Id,
        replaces = Replaces,
    };

    /// <summary>The form with a claim that follows the proposal as long as nobody has changed it.</summary>
    public DeclareForm Following(decimal? proposal)
    {
        var text = proposal?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";
        return this with { Proposed = text, ClaimedHours = IsProposal && text.Length > 0 ? text : ClaimedHours };
    }

    /// <summary>Everything as hidden fields, for the page that shows the answers once more.</summary>
    public IEnumerable<(string Name, string Value)> Hidden()
    {
        (string, string?)[] single =
        [
            ("id", Id), ("replaces", Replaces), ("kind", Kind), ("category", Category), ("creditYear", CreditYear), ("claimedHours", ClaimedHours),
            ("proposed", Proposed), ("remark", Remark), ("fileId", File?.Id), ("fileName", File?.Name),
            ("fileSize", File?.Size.ToString(CultureInfo.InvariantCulture)),
        ];
        return single.Where(one => !string.IsNullOrEmpty(one.Item2)).Select(one => (one.Item1, one.Item2!))
            .Concat(Details.Where(one => one.Value.Length > 0).Select(one => (Detail + one.Key, one.Value)))
            .Concat(Proofs.Select(proof => ("proofs", proof)));
    }

    // Nobody has typed another number than the proposed one.
    private bool IsProposal => ClaimedHours.Length == 0 || ClaimedHours == Proposed;

    // Chinese input methods leave full-width digits behind.
    private decimal? Hours => decimal.TryParse(
        ClaimedHours.Normalize(NormalizationForm.FormKC), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours) ? hours : null;

    private static string? Text(IFormCollection form, string name) => form[name].ToString().Trim() is { Length: > 0 } text ? text : null;
}
