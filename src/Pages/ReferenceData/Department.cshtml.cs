using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;

namespace HnCe.Pages.ReferenceData;

/// <summary>管理行业主管部门: one department. Source: BAS-01, BAS-07.</summary>
public sealed class DepartmentModel(GraphClient graph) : BodyPage<DepartmentItem, DepartmentForm>(graph, "/ReferenceData/Departments")
{
    public IReadOnlyList<Choice> Industries { get; private set; } = [];

    /// <summary>同级人社部门 of the chosen region; none before one is chosen.</summary>
    public IReadOnlyList<Choice> Supervisors { get; private set; } = [];

    protected override async Task ReadChoicesAsync()
    {
        var lists = await Graph.AskAsync<ListsAnswer>("Lists", new { region = Form.RegionCode ?? "" });
        Regions = lists.Regions.ToChoices(withProvince: true);
        Industries = [.. lists.Codes.Select(code => new Choice(code.Code, code.ParentCode is null ? code.Name : $"　{code.Name}"))];
        Supervisors = string.IsNullOrEmpty(Form.RegionCode) ? [] : [.. lists.SameLevelBureaus.Select(one => new Choice(one.Id, one.Name))];
    }

    private sealed record ListsAnswer(IReadOnlyList<RegionAnswer> Regions, IReadOnlyList<IndustryAnswer> Codes, IReadOnlyList<BureauName> SameLevelBureaus);

    private sealed record IndustryAnswer(string Code, string Name, string? ParentCode);
}

/// <summary>A department in full.</summary>
public sealed record DepartmentItem(
    string Id, string Name, string Code, string RegionCode, string? Industry, string State, string AuditSubject, BureauName? Supervisor) : IBodyItem<DepartmentForm>
{
    public DepartmentForm ToForm() => new() { Name = Name, Code = Code, RegionCode = RegionCode, Supervisor = Supervisor?.Id, Industry = Industry };
}

/// <summary>What is typed about an industry department. Source: BAS-06.</summary>
public sealed class DepartmentForm : BodyForm
{
    public string? Supervisor { get; set; }

    public string? Industry { get; set; }

    /// <inheritdoc/>
    protected override Dictionary<string, object?> Own => new()
    {
        ["supervisor"] = string.IsNullOrEmpty(Supervisor) ? null : Supervisor,
        ["industry"] = Industry,
    };
}
