using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;

namespace HnCe.Pages.Organizations;

/// <summary>选择部门: only departments of the chosen employer. Source: IND-05, PIC-02, PIC-03.</summary>
public sealed class PickDepartmentModel(GraphClient graph) : PickPage
{
    [BindProperty(SupportsGet = true)]
    public string? Employer { get; set; }

    public PickedRows<DepartmentRow> Found { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        IReadOnlyList<DepartmentRow> all = Employer is null ? [] : (await graph.AskAsync<Answer>("Departments", new { employer = Employer })).Departments;
        Found = Cut([.. DepartmentNames.InFull(all).Where(one => one.Name.Contains(Query?.Trim() ?? "", StringComparison.Ordinal))]);
    }

    private sealed record Answer(IReadOnlyList<DepartmentRow> Departments);
}
