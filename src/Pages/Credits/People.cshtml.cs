using HnCe.Pages.Certificates;
using HnCe.Pages.Exports;
using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Credits;

/// <summary>
/// 查看继续教育信息: the years of all people within reach. An ID number is looked up by POST, so that it never stands in an address; the address then
/// names the person by opaque id. Source: BUR-13, DEP-06, PRO-10, CER-01, S-EDU-01.
/// </summary>
public sealed class PeopleModel(GraphClient graph, Exporter exporter, TimeProvider clock) : PageModel
{
    public static readonly Choice[] Results = [new("true", "合格"), new("false", "未合格")];

    [BindProperty(SupportsGet = true, Name = "")]
    public PeopleFilter Filter { get; set; } = new();

    [BindProperty]
    public string? IdNumber { get; set; }

    public ListPosition Position => ListPosition.Of(Request);

    public IReadOnlyList<Choice> Years => clock.Years(12);

    public bool MayPrint { get; private set; }

    public ListAnswer<Line> Found { get; private set; } = null!;

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var found = (await graph.AskAsync<FoundAnswer>("ByIdNumber", new { idNumber = IdNumber ?? "" })).YearCompletions.Nodes;
        if (!string.IsNullOrWhiteSpace(IdNumber) && found is [var one])
        {
            return RedirectToPage(new { person = one.Professional.Id });
        }

        await LoadAsync();
        return this.Refused([new("NOT_FOUND", "管辖范围内没有这个身份证号码的人员，请核对号码", "idNumber")])!;
    }

    public async Task<IActionResult> OnPostPrintAsync(string year)
    {
        var printed = (await graph.AskAsync<PrintAnswer>("Print", new { input = new { yearCompletion = year } })).IssueCertificate;
        if (printed.Certificate is { } certificate)
        {
            return LocalRedirect(certificate.PdfUrl);
        }

        await LoadAsync();
        return this.Refused(printed.UserErrors)!;
    }

    public async Task<IActionResult> OnPostManyAsync(string[] years, bool all)
    {
        var errors = await this.PrintAsync(graph, years, all ? Filter.ToVariables() : null);
        if (errors.Count == 0)
        {
            return this.ToPrinted();
        }

        await LoadAsync();
        return this.Refused(errors)!;
    }

    public Task<IActionResult> OnPostExcelAsync() => exporter.RunAsync(this, YearTables.People, new { filter = Filter.ToVariables() });

    public static string Sex(string sex) => sex switch { "MALE" => "男", "FEMALE" => "女", _ => "" };

    private async Task LoadAsync()
    {
        var answer = await graph.AskAsync<Answer>("People", new { filter = Filter.ToVariables(), Position.First, Position.After, Position.Last, Position.Before });
        (Found, MayPrint) = (answer.YearCompletions, answer.Viewer.Permissions.Contains("ISSUE_CERTIFICATES"));
    }

    public sealed record Line(
        string Id, int Year, decimal PublicHours, decimal ProfessionalHours, decimal RequiredPublic, decimal RequiredProfessional, bool Completed, Person Professional);

    public sealed record Person(string Id, string Name, string Sex, string IdNumber, Unit Employer);

    public sealed record Unit(string Name);

    private sealed record Answer(Viewer Viewer, ListAnswer<Line> YearCompletions);

    private sealed record Viewer(IReadOnlyList<string> Permissions);

    private sealed record PrintAnswer(Printed IssueCertificate);

    private sealed record FoundAnswer(FoundYears YearCompletions);

    private sealed record FoundYears(IReadOnlyList<FoundYear> Nodes);

    private sealed record FoundYear(FoundPerson Professional);

    private sealed record FoundPerson(string Id);

    private sealed record Printed(Certificate? Certificate, IReadOnlyList<UserError> UserErrors);

    private sealed record Certificate(string PdfUrl);
}

/// <summary>Whose years are looked at, as the address says it. Source: S-EDU-01.</summary>
public sealed class PeopleFilter
{
    public string? Name { get; set; }

    /// <summary>The person that an ID number led to.</summary>
    public string? Person { get; set; }

    /// <summary>Part of the employer's name.</summary>
    public string? Unit { get; set; }

    public int? Year { get; set; }

    public bool? Completed { get; set; }

    /// <summary>A region of the area, as the home page links to it.</summary>
    public string? Region { get; set; }

    public bool? Directly { get; set; }

    /// <summary>An employer, as the home page links to it.</summary>
    public string? Employer { get; set; }

    public IReadOnlyList<Chip> Chips =>
    [
        .. new (string? Value, Chip Chip)[]
        {
            (Name, new($"姓名：{Name}", "name")),
            (Person, new("所查的人员", "person")),
            (Unit, new($"单位名称：{Unit}", "unit")),
            (Year is null ? null : "1", new($"年度：{Year}", "year")),
            (Completed is null ? null : "1", new(Completed == true ? "合格" : "未合格", "completed")),
            (Region, new(Directly == true ? "直属单位" : "所选区域", "region")),
            (Employer, new("所选单位", "employer")),
        }.Where(one => !string.IsNullOrEmpty(one.Value)).Select(one => one.Chip),
    ];

    public object ToVariables() => new { Name, professional = Person, employerName = Unit, Year, Completed, regionCode = Region, Directly, Employer };
}
