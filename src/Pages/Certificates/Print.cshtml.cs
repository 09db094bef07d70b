using System.Globalization;
using HnCe.Pages.Declarations;
using HnCe.Pages.Credits;
using HnCe.Pages.Exports;
using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Certificates;

/// <summary>证书打印: years of the people within reach; a completed one is printed, another says what is missing. Source: EMP-25, CER-01 to CER-04, S-EMP-13.</summary>
public sealed class PrintModel(GraphClient graph, Exporter exporter, TimeProvider clock) : PageModel
{
    public static readonly IReadOnlyList<Choice> Verdicts = [new("true", "合格"), new("false", "未合格")];

    [FromQuery]
    public int? Year { get; set; }

    [FromQuery]
    public string? Name { get; set; }

    [FromQuery]
    public string? Department { get; set; }

    [FromQuery]
    public bool? Completed { get; set; }

    /// <summary>One employer, for those who look over many.</summary>
    [FromQuery]
    public string? Employer { get; set; }

    public IReadOnlyList<Choice> Years => DeclarationWords.Years(clock);

    public IReadOnlyList<Choice> Departments { get; private set; } = [];

    /// <summary>Whether the caller looks over more than his own unit.</summary>
    public bool ManyEmployers { get; private set; }

    public ListPosition Position => ListPosition.Of(Request);

    public ListAnswer<PrintRow> Rows { get; private set; } = null!;

    /// <summary>The conditions in use.</summary>
    public IReadOnlyList<Chip> Chips =>
    [
        .. Chip("年度：", "year", Year?.ToString(CultureInfo.InvariantCulture)),
        .. Chip("姓名：", "name", Name),
        .. Chip("部门：", "department", DeclarationWords.TextOf(Departments, Department)),
        .. Chip("单位：", "employer", string.IsNullOrEmpty(Employer) ? null : Rows.Nodes.FirstOrDefault()?.Professional.Employer.Name ?? "已选"),
        .. Chip("", "completed", Completed switch { true => "合格", false => "未合格", null => null }),
    ];

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync(string id)
    {
        var issued = (await graph.AskAsync<IssuedAnswer>("Issue", new { id })).IssueCertificate;
        if (issued.Certificate is { } certificate)
        {
            return LocalRedirect("~" + certificate.PdfUrl);
        }

        await ShowAsync();
        return this.Refused(issued.UserErrors)!;
    }

    public async Task<IActionResult> OnPostManyAsync(string[] years, bool all)
    {
        var errors = await this.PrintAsync(graph, years, all ? Filter : null);
        if (errors.Count == 0)
        {
            return this.ToPrinted();
        }

        await ShowAsync();
        return this.Refused(errors)!;
    }

    public Task<IActionResult> OnPostExcelAsync() => exporter.RunAsync(this, YearTables.Certificates, new { filter = Filter });

    private object Filter => new { year = Year, name = Name, department = Given(Department), employer = Given(Employer), completed = Completed };

    private async Task ShowAsync()
    {
        var answer = await graph.AskAsync<YearsAnswer>("Years", new { filter = Filter, Position.First, Position.After, Position.Last, Position.Before });
        ManyEmployers = answer.Viewer.UserType != "EMPLOYER";
        Departments = answer.Viewer.Organization.Choices;
        Rows = answer.YearCompletions;
    }

    private static string? Given(string? answer) => string.IsNullOrEmpty(answer) ? null : answer;

    private static Chip[] Chip(string label, string parameter, string? value) => string.IsNullOrEmpty(value) ? [] : [new(label + value, parameter)];

    private sealed record YearsAnswer(ViewerAnswer Viewer, ListAnswer<PrintRow> YearCompletions);

    private sealed record ViewerAnswer(string UserType, DepartmentsOwner Organization);

    private sealed record IssuedAnswer(IssuedPayload IssueCertificate);

    private sealed record IssuedPayload(CertificateLink? Certificate, IReadOnlyList<UserError> UserErrors);

    private sealed record CertificateLink(string PdfUrl);
}
