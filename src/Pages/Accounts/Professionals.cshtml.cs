using HnCe.Pages.Exports;
using HnCe.Pages.Hosting;
using HnCe.Pages.Organizations;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Accounts;

/// <summary>
/// 专业技术人员管理: the approved professionals of the employer. An ID number is looked up by POST, so that it never stands in an
/// address; the address then names the person by opaque id. Source: EMP-16, S-EMP-08.
/// </summary>
public sealed class ProfessionalsModel(GraphClient graph, Exporter exporter, KnownPages pages) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Name { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Department { get; set; }

    /// <summary>The person that an ID number led to.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Person { get; set; }

    [BindProperty]
    public string? IdNumber { get; set; }

    public ListPosition Position => ListPosition.Of(Request);

    public ListAnswer<ProfessionalRow> Found { get; private set; } = null!;

    public IReadOnlyList<Choice> Departments { get; private set; } = [];

    public IReadOnlyList<Chip> Chips { get; private set; } = [];

    public bool HasDetail => pages.Has("/Credits/Person");

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var found = (await graph.AskAsync<FoundAnswer>("ByIdNumber", new { idNumber = IdNumber ?? "" })).Professionals.Nodes;
        if (!string.IsNullOrWhiteSpace(IdNumber) && found.Count == 1)
        {
            return RedirectToPage(new { person = found[0].Id });
        }

        await LoadAsync();
        return this.Refused([new("NOT_FOUND", "本单位没有这个身份证号码的专业技术人员，请核对号码", "idNumber")])!;
    }

    public Task<IActionResult> OnPostExcelAsync() => exporter.RunAsync(this, ProfessionalTable.Professionals, new { filter = new { Name, Department } });

    private async Task LoadAsync()
    {
        var answer = await graph.AskAsync<Answer>("Professionals",
            new { name = Name, Department, Position.First, Position.After, Position.Last, Position.Before });
        Departments = [.. DepartmentNames.InFull(answer.Viewer.Organization.Departments).Select(one => new Choice(one.Id, one.Name))];
        var person = Person is null ? null : (await graph.AskAsync<OneAnswer>("One", new { id = Person })).Node;
        Found = person?.Id is null ? answer.Professionals : new(1, new(null, null, false, false), [person]);
        Chips =
        [
            .. Name is null ? [] : new[] { new Chip($"姓名：{Name}", "name") },
            .. Department is null ? [] : new[] { new Chip($"部门：{Departments.FirstOrDefault(one => one.Value == Department)?.Text}", "department") },
            .. person?.Id is null ? [] : new[] { new Chip($"身份证号码：{person.IdNumber}", "person") },
        ];
    }

    private sealed record Answer(ViewerAnswer Viewer, ListAnswer<ProfessionalRow> Professionals);

    private sealed record ViewerAnswer(EmployerAnswer Organization);

    private sealed record EmployerAnswer(IReadOnlyList<DepartmentRow> Departments);

    private sealed record OneAnswer(ProfessionalRow? Node);

    private sealed record FoundAnswer(FoundPage Professionals);

    private sealed record FoundPage(IReadOnlyList<FoundRow> Nodes);

    private sealed record FoundRow(string Id);
}

/// <summary>A professional as the list shows him.</summary>
public sealed record ProfessionalRow(
    string Id, string Name, string Sex, string IdNumber, string TitleLevel, string? TitleName, string Mobile, DateTime? ApprovedAt, NamedRow? Department);
