using System.Globalization;
using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;

namespace HnCe.Pages.Declarations;

/// <summary>What the form of a declaration shows, whoever fills it in: the person himself or his unit on his behalf.</summary>
public interface IDeclarationForm
{
    /// <summary>The answers.</summary>
    DeclareForm Form { get; }

    /// <summary>What is asked.</summary>
    FormParts Parts { get; }

    /// <summary>What the graph thinks of the answers; null before the first one.</summary>
    FormCheck? Check { get; }

    /// <summary>Address that the form is posted to.</summary>
    string Action { get; }

    /// <summary>Whether 科目类型 is settled by the list that the form belongs to.</summary>
    bool IsCategorySettled { get; }
}

/// <summary>The cards of the first step and where each leads.</summary>
public sealed record TypeList(IReadOnlyList<TypeCard> Types, Func<string, string> Href);

/// <summary>Types, and for a chosen one its fields, open years and code lists.</summary>
public sealed record FormParts(IReadOnlyList<TypeCard> Types, FormType? Type, IReadOnlyList<int> Years, string Employer)
{
    private const string Document = "Declarations/Declare.graphql";

    public static readonly FormParts None = new([], null, [], "");

    private static readonly string[] FormOrder = ["category", "creditYear", "details", "claimedHours", "file", "remark"];

    /// <summary>Entries of code lists by field.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Choice>> Lists { get; private init; } = new Dictionary<string, IReadOnlyList<Choice>>();

    /// <summary>Asks for the types and, when the kind is one of them, for all that its form needs.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="kind">The type.</param>
    /// <param name="creditYear">计入年度: each year has its own version; one that is closed or unreadable counts as not chosen.</param>
    public static async Task<FormParts> LoadAsync(GraphClient graph, string kind, string? creditYear = null)
    {
        var types = (await graph.AskAsync<TypesAnswer>(Document, "Types", null)).DeclarationTypes;
        if (!types.Any(type => type.Kind == kind))
        {
            return new(types, null, [], "");
        }

        var answer = await graph.AskAsync<FormAnswer>(Document, "Form", new { kind });
        if (int.TryParse(creditYear, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && answer.OpenCreditYears.Contains(year))
        {
            var ofYear = await graph.AskAsync<FormAnswer>(Document, "Form", new { kind, creditYear = year });
            answer = ofYear.DeclarationType is null ? answer : ofYear;
        }

        var lists = new Dictionary<string, IReadOnlyList<Choice>>();
        foreach (var field in answer.DeclarationType!.Fields.Where(field => field.Kind is "CODE_LIST" or "REGION"))
        {
            lists[field.Name] = field.Kind == "REGION" ? await RegionsAsync(graph) : await CodesAsync(graph, field.CodeList!);
        }

        return new(types, answer.DeclarationType, answer.OpenCreditYears, answer.Viewer.Organization?.Name ?? "所属单位") { Lists = lists };
    }

    /// <summary>Errors in the order of the form; a file that was refused is not missing as well.</summary>
    public static IReadOnlyList<UserError> InOrder(IReadOnlyList<UserError> errors)
    {
        var isFileRefused = errors.Any(error => error.Path == "file");
        return [.. errors.Where(error => !(isFileRefused && error.Code == "FILE_REQUIRED")).OrderBy(Place)];
    }

    private static int Place(UserError error) =>
        Array.IndexOf(FormOrder, (error.Path ?? "").Replace("input.", "", StringComparison.Ordinal).Split('.')[0]);

    private static async Task<IReadOnlyList<Choice>> CodesAsync(GraphClient graph, string list) =>
        [.. (await graph.AskAsync<CodesAnswer>(Document, "Codes", new { list = list.ToUpperInvariant() })).Codes.Select(item => new Choice(item.Code, item.Name))];

    private static async Task<IReadOnlyList<Choice>> RegionsAsync(GraphClient graph)
    {
        var regions = (await graph.AskAsync<RegionsAnswer>(Document, "Regions", null)).Regions;
        var names = regions.ToDictionary(region => region.Code, region => region.Name);
        return [.. regions.Select(region => new Choice(region.Code, names.GetValueOrDefault(region.ParentCode ?? "", "") + region.Name))];
    }

    private sealed record TypesAnswer(IReadOnlyList<TypeCard> DeclarationTypes);

    private sealed record FormAnswer(FormType? DeclarationType, IReadOnlyList<int> OpenCreditYears, ViewerAnswer Viewer);

    private sealed record ViewerAnswer(StoredEmployer? Organization);

    private sealed record CodesAnswer(IReadOnlyList<CodeAnswer> Codes);

    private sealed record CodeAnswer(string Code, string Name);

    private sealed record RegionsAnswer(IReadOnlyList<RegionAnswer> Regions);

    private sealed record RegionAnswer(string Code, string Name, string? ParentCode);
}
