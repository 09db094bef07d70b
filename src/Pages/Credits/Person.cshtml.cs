using HnCe.Pages.Accounts;
using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using HnCe.Pages.Training;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Credits;

/// <summary>人员详细: personal data, recognised education, declaration history, years; each tab an address. Source: BUR-13, PRO-10, S-EDU-02.</summary>
public sealed class PersonModel(GraphClient graph) : PageModel
{
    public static readonly ViewTab[] Tabs = [new("info", "个人信息"), new("education", "继续教育信息"), new("records", "申报记录"), new("history", "历程明细"), new("years", "年度学时")];

    public ListPosition Position => ListPosition.Of(Request);

    /// <summary>Opaque id of the professional.</summary>
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>Chosen tab.</summary>
    [BindProperty(SupportsGet = true)]
    public string? View { get; set; }

    public PersonDetail Person { get; private set; } = null!;

    /// <summary>Declarations of the tabs that list them.</summary>
    public ListAnswer<PersonRecord>? Records { get; private set; }

    /// <summary>Results of training, for the tab 继续教育信息. Source: SCO-11.</summary>
    public IReadOnlyList<ResultRow> Trainings { get; private set; } = [];

    /// <summary>Steps of the tab 历程明细.</summary>
    public ListAnswer<PersonStep>? History { get; private set; }

    public bool MayPrint { get; private set; }

    public bool MayReveal { get; private set; }

    /// <summary>The full ID number, in the answer to its form only.</summary>
    public string? Revealed { get; private set; }

    private bool Reviews { get; set; }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostPrintAsync(string year)
    {
        var printed = (await graph.AskAsync<PrintAnswer>("Print", new { input = new { yearCompletion = year } })).IssueCertificate;
        if (printed.Certificate is { } certificate)
        {
            return LocalRedirect(certificate.PdfUrl);
        }

        return await LoadAsync() ? this.Refused(printed.UserErrors)! : NotFound();
    }

    public async Task<IActionResult> OnPostRevealAsync(string? why)
    {
        var (idNumber, errors) = await graph.RevealAsync(Id, why);
        Revealed = idNumber;
        return !await LoadAsync() ? NotFound() : this.Refused([.. errors.Select(error => error with { Path = "why" })]) ?? Page();
    }

    /// <summary>Where a declaration is shown to the viewer's role; null where there is no such page.</summary>
    public string? AddressOf(PersonRecord item) => Reviews
        ? Url.Page("/Declarations/ReviewItem", new { employer = item.Employer.Id, id = item.Id })
        : Url.Page("/Declarations/Detail", new { id = item.Id });

    private async Task<bool> LoadAsync()
    {
        var permissions = (await graph.AskAsync<ViewerAnswer>("Viewer")).Viewer.Permissions;
        (MayPrint, MayReveal) = (permissions.Contains("ISSUE_CERTIFICATES"), permissions.Contains("REVEAL_PERSONAL_DATA"));
        Reviews = permissions.Contains("REVIEW_DECLARATIONS");
        var found = (await graph.AskAsync<PersonAnswer>("Person", new { Id, MayPrint })).Node;
        if (found?.Employer is null)
        {
            return false;
        }

        Person = found;
        if (View is "education" or "records")
        {
            var filter = new { professional = Id, statuses = View == "education" ? new[] { "PASSED" } : null };
            Records = (await graph.AskAsync<RecordsAnswer>("Records", new { filter, Position.First, Position.After, Position.Last, Position.Before })).Declarations;
        }

        if (View is "education")
        {
            Trainings = (await graph.AskAsync<ResultsAnswer>("Training/Results.graphql", "Results", new { filter = new { professional = Id } })).TraineeScores.Nodes;
        }

        if (View is "history")
        {
            History = (await graph.AskAsync<HistoryAnswer>("History", new { Id, Position.First, Position.After, Position.Last, Position.Before })).DeclarationHistory;
        }

        return true;
    }

    private sealed record ViewerAnswer(Viewer Viewer);

    private sealed record Viewer(IReadOnlyList<string> Permissions);

    private sealed record PersonAnswer(PersonDetail? Node);

    private sealed record RecordsAnswer(ListAnswer<PersonRecord> Declarations);

    private sealed record HistoryAnswer(ListAnswer<PersonStep> DeclarationHistory);

    private sealed record PrintAnswer(Printed IssueCertificate);

    private sealed record Printed(Certificate? Certificate, IReadOnlyList<UserError> UserErrors);

    private sealed record Certificate(string PdfUrl);
}
