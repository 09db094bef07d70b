using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Organizations;

/// <summary>管理人社部门, 管理行业主管, 管理法人单位, 管理施教机构: the organizations of the bureau's area. Source: BUR-09 to BUR-12, PRO-06 to PRO-09, S-MAN-01 to S-MAN-04.</summary>
public sealed class ManageModel(GraphClient graph) : PageModel
{
    private static readonly Dictionary<string, string> States = new() { ["active"] = "ACTIVE", ["retired"] = "RETIRED" };

    [FromRoute]
    public string Category { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? View { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Name { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Nature { get; set; }

    /// <summary>单位级别, or for institutions 施教机构级别.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Level { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Affiliation { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Industry { get; set; }

    public ManageCategory Kind => ManageCategory.Of(Category);

    public ListPosition Position => ListPosition.Of(Request);

    public ListAnswer<ManagedRow> Found { get; private set; } = null!;

    public IReadOnlyList<ViewTab> Tabs { get; private set; } = [];

    public IReadOnlyList<Choice> Natures { get; private set; } = [];

    public IReadOnlyList<Choice> Levels { get; private set; } = [];

    public IReadOnlyList<Choice> Affiliations { get; private set; } = [];

    public IReadOnlyList<Choice> Industries { get; private set; } = [];

    public IReadOnlyList<Chip> Chips =>
    [
        .. new (string? Value, Chip Chip)[]
        {
            (Name, new($"{Kind.Name}：{Name}", "name")),
            (Nature, new($"单位性质：{TextOf(Natures, Nature)}", "nature")),
            (Level, new($"级别：{TextOf(Levels, Level)}", "level")),
            (Affiliation, new($"隶属关系：{TextOf(Affiliations, Affiliation)}", "affiliation")),
            (Industry, new($"所属行业：{TextOf(Industries, Industry)}", "industry")),
        }.Where(one => !string.IsNullOrEmpty(one.Value)).Select(one => one.Chip),
    ];

    public async Task OnGetAsync()
    {
        View = States.ContainsKey(View ?? "") ? View : "active";
        await LoadListsAsync();
        var filter = new { Name, Nature, level = Kind.IsEmployers ? Level : null, Affiliation, Industry, institutionLevel = Kind.IsInstitutions ? Level : null, state = States[View!] };
        var answer = await graph.AskAsync<Answer>("Organizations",
            new { kind = Kind.Kind, filter, Position.First, Position.After, Position.Last, Position.Before, employers = Kind.IsEmployers });
        Found = answer.ManagedOrganizations;
        Tabs = [new("active", "正常", answer.Active.TotalCount), new("retired", "停用", answer.Retired.TotalCount)];
    }

    private async Task LoadListsAsync()
    {
        if (Kind.IsEmployers)
        {
            var lists = await graph.AskAsync<EmployerLists>("EmployerLists");
            (Natures, Levels, Affiliations) = (Choices(lists.Natures), Choices(lists.Levels), Choices(lists.Affiliations));
        }
        else if (Kind.IsInstitutions)
        {
            var lists = await graph.AskAsync<InstitutionLists>("InstitutionLists");
            (Industries, Levels) = (Choices(lists.Industries), Choices(lists.Levels));
        }
    }

    private static IReadOnlyList<Choice> Choices(IReadOnlyList<CodeRow> codes) => [.. codes.Select(code => new Choice(code.Code, code.Name))];

    private static string? TextOf(IReadOnlyList<Choice> choices, string? value) => choices.FirstOrDefault(one => one.Value == value)?.Text ?? value;

    /// <summary>An organization as the list shows it.</summary>
    public sealed record ManagedRow(
        string Id, string Name, string? Code, string RegionName, string? Tier, string? Nature, string? Level, string? Affiliation, string? Industry,
        string? InstitutionLevel, int Administrators, int Professionals = 0);

    private sealed record Answer(ListAnswer<ManagedRow> ManagedOrganizations, CountAnswer Active, CountAnswer Retired);

    private sealed record CountAnswer(int TotalCount);

    private sealed record EmployerLists(IReadOnlyList<CodeRow> Natures, IReadOnlyList<CodeRow> Levels, IReadOnlyList<CodeRow> Affiliations);

    private sealed record InstitutionLists(IReadOnlyList<CodeRow> Industries, IReadOnlyList<CodeRow> Levels);

    private sealed record CodeRow(string Code, string Name);
}
