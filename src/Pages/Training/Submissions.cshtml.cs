using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;

namespace HnCe.Pages.Training;

/// <summary>学员成绩申报: the classes of the institution with the state of their one submission. Source: SCO-06, SCO-08, S-INS-10.</summary>
public sealed class SubmissionsModel(GraphClient graph) : OwnClassesPage(graph)
{
    /// <summary>申报状态.</summary>
    public static readonly IReadOnlyList<ViewTab> Views = [new("all", "全部"), .. ClassWords.Statuses.Select(one => new ViewTab(Parameter(one), one.Text))];

    [FromQuery]
    public string? View { get; set; }

    public Task OnGetAsync()
    {
        var status = ClassWords.Statuses.FirstOrDefault(one => Parameter(one) == View)?.Value;
        View = status is null ? "all" : View;
        return ReadAsync(status);
    }

    private static string Parameter(Choice status) => status.Value.ToLowerInvariant();
}
