using HnCe.Pages.Organizations;
using HnCe.Pages.Pieces;

namespace HnCe.Pages.Accounts;

/// <summary>What the form of 个人用户注册 offers.</summary>
public sealed record RegisterLists(
    string NoticeVersion,
    IReadOnlyList<CodeAnswer> TitleLevels,
    IReadOnlyList<CodeAnswer> TitleSeries,
    IReadOnlyList<CodeAnswer> EthnicGroups,
    IReadOnlyList<CodeAnswer> PoliticalStatus,
    IReadOnlyList<CodeAnswer> EducationLevels,
    IReadOnlyList<CodeAnswer> Degrees);

/// <summary>An entry of a code list.</summary>
public sealed record CodeAnswer(string Code, string Name);

/// <summary>The chosen employer, to be read.</summary>
public sealed record ChosenEmployer(string Name, string RegionName, IReadOnlyList<DepartmentRow> Departments);

/// <summary>Code lists as choices of a select.</summary>
public static class CodeChoices
{
    public static IReadOnlyList<Choice> ToChoices(this IReadOnlyList<CodeAnswer> codes) => [.. codes.Select(code => new Choice(code.Code, code.Name))];
}
