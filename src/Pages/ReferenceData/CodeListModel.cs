using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.ReferenceData;

/// <summary>A list that is kept on pages: 管理单位性质 and 管理隶属关系 differ in their words only. Source: BAS-03, BAS-04, S-SYS-05.</summary>
public abstract class CodeListModel(GraphClient graph, KeptList list) : PageModel
{
    public KeptList List => list;

    public IReadOnlyList<CodeRow> Codes { get; private set; } = [];

    public async Task OnGetAsync() => Codes = (await graph.AskAsync<CodesAnswer>("ReferenceData/CodeList.graphql", "Codes", new { list = list.Name })).KeptCodes;

    private sealed record CodesAnswer(IReadOnlyList<CodeRow> KeptCodes);
}

/// <summary>A kept list: its name in the graph, in addresses and in words, and its page.</summary>
public sealed record KeptList(string Name, string Address, string Word, string Page)
{
    public static readonly KeptList Natures = new("UNIT_NATURES", "natures", "单位性质", "/ReferenceData/Natures");

    public static readonly KeptList Affiliations = new("AFFILIATIONS", "affiliations", "隶属关系", "/ReferenceData/Affiliations");

    public static KeptList? Of(string address) => new[] { Natures, Affiliations }.FirstOrDefault(list => list.Address == address);
}

/// <summary>An entry.</summary>
public sealed record CodeRow(string Code, string Name, int Order, bool Retired)
{
    public string State => Retired ? "RETIRED" : "ACTIVE";
}
