using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;

namespace HnCe.Pages.ReferenceData;

/// <summary>选择专业: the catalogue of majors by name. Source: IND-05, PIC-01.</summary>
public sealed class PickMajorModel(GraphClient graph) : PickPage
{
    public PickedRows<MajorRow> Found { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        var answer = await graph.AskAsync<Answer>("Majors", new { name = Query });
        var names = answer.All.ToDictionary(one => one.Code, one => one.Name);
        Found = Cut([.. answer.Majors.Select(one => new MajorRow(one.Code, one.Name, names.GetValueOrDefault(one.ParentCode ?? "")))]);
    }

    private sealed record Answer(IReadOnlyList<CodeAnswer> Majors, IReadOnlyList<NameAnswer> All);

    private sealed record CodeAnswer(string Code, string Name, string? ParentCode);

    private sealed record NameAnswer(string Code, string Name);
}

/// <summary>A major and the class it belongs to.</summary>
public sealed record MajorRow(string Code, string Name, string? Above);
