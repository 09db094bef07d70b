using System.Linq.Expressions;
using GraphQL;
using GraphQL.DataLoader;
using HnCe.Domain.Access;
using HnCe.Domain.Credits;
using HnCe.Domain.Data;
using HnCe.Domain.Declarations;
using HnCe.Domain.ReferenceData;
using HnCe.Graph.Accounts;
using HnCe.Graph.Organizations;
using HnCe.Graph.Server;

namespace HnCe.Graph.Credits;

/// <summary>What one person completed of what was required in one year. 年度学时完成情况. IND-26, IND-27, CRD-03.</summary>
[Name("YearCompletion")]
public sealed class YearCompletionView : INode
{
    /// <inheritdoc/>
    [Ignore]
    public long Key { get; init; }

    /// <summary>Key of the person.</summary>
    [Ignore]
    public long ProfessionalKey { get; init; }

    /// <summary>Code of the title level.</summary>
    [Ignore]
    public string TitleLevelCode { get; init; } = "";

    /// <summary>Year. 继续教育年度.</summary>
    public int Year { get; init; }

    /// <summary>Title level that decided the required hours. 职称级别. REQ-02.</summary>
    public string TitleLevel => TitleLevels.NameOf(TitleLevelCode);

    /// <summary>Public credit hours required. 公需 应完成.</summary>
    public decimal RequiredPublic { get; init; }

    /// <summary>Professional credit hours required. 专业 应完成.</summary>
    public decimal RequiredProfessional { get; init; }

    /// <summary>Public credit hours recognised. 公需 已完成.</summary>
    public decimal PublicHours { get; init; }

    /// <summary>Professional credit hours recognised. 专业 已完成.</summary>
    public decimal ProfessionalHours { get; init; }

    /// <summary>Whether both minima are reached. 是否合格. CRD-03.</summary>
    public bool Completed { get; init; }

    /// <summary>The person.</summary>
    public ProfessionalView Professional { get; init; } = null!;

    /// <summary>How it comes from the row.</summary>
    public static readonly Expression<Func<YearTotal, YearCompletionView>> Shape = t => new()
    {
        Key = t.Id,
        ProfessionalKey = t.ProfessionalId,
        TitleLevelCode = t.TitleLevel,
        Year = t.Year,
        RequiredPublic = t.RequiredPublic,
        RequiredProfessional = t.RequiredProfessional,
        PublicHours = t.PublicHours,
        ProfessionalHours = t.ProfessionalHours,
        Completed = t.Completed,
        Professional = ProfessionalView.Shape.Of(t.Professional),
    };
}

/// <summary>Which yearly completions are wanted; conditions combine with AND. BUR-13, EMP-25.</summary>
public sealed class YearCompletionFilterInput
{
    /// <summary>Year. 继续教育年度.</summary>
    public int? Year { get; init; }

    /// <summary>合格 or not.</summary>
    public bool? Completed { get; init; }

    /// <summary>Part of the person's name. 姓名.</summary>
    public string? Name { get; init; }

    /// <summary>The person.</summary>
    public Key<ProfessionalView>? Professional { get; init; }

    /// <summary>The employer. 单位.</summary>
    public Key<EmployerView>? Employer { get; init; }

    /// <summary>The department. 部门.</summary>
    public Key<DepartmentView>? Department { get; init; }

    /// <summary>The whole ID number; found only when complete. 身份证号码.</summary>
    public string? IdNumber { get; init; }

    /// <summary>Part of the employer's name. 单位名称.</summary>
    public string? EmployerName { get; init; }

    /// <summary>Six-digit region code; a city includes its counties. 区域.</summary>
    public string? RegionCode { get; init; }

    /// <summary>Only what the region supervises itself, without the regions below it. 直属单位.</summary>
    public bool? Directly { get; init; }

    internal YearFilter ToFilter() => new()
    {
        IdNumber = IdNumber,
        EmployerName = EmployerName,
        RegionCode = RegionCode,
        Directly = Directly ?? false,
        Year = Year,
        Completed = Completed,
        Name = Name,
        ProfessionalId = Professional?.Value,
        EmployerId = Employer?.Value,
        DepartmentId = Department?.Value,
    };
}

/// <summary>Claimed credit hours that are still on their way. 审核中.</summary>
/// <param name="Public">Public credit hours.</param>
/// <param name="Professional">Professional credit hours.</param>
[Name("PendingHours")]
public sealed record PendingHoursView(decimal Public, decimal Professional);

[QueryType]
internal static class YearCompletionQueries
{
    /// <summary>Yearly completions within the caller's reach, newest first. 年度学时完成情况. IND-26, EMP-25, BUR-13.</summary>
    /// <param name="filter">What is looked for.</param>
    /// <param name="page">Which part.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="years">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ViewYearCompletions)]
    public static Task<Page<YearCompletionView>> YearCompletions(
        YearCompletionFilterInput? filter, PageRequest page, Selected<YearTotal, YearCompletionView> selected, [FromServices] YearReader years, CancellationToken cancel) =>
        years.ListAsync((filter ?? new()).ToFilter(), page, selected.Shape, cancel);

    /// <summary>How many a filter has, counted up to 1001. EMP-26.</summary>
    /// <param name="filter">What is looked for.</param>
    /// <param name="years">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ViewYearCompletions)]
    public static Task<int> YearCompletionCount(YearCompletionFilterInput? filter, [FromServices] YearReader years, CancellationToken cancel) =>
        years.CountAsync((filter ?? new()).ToFilter(), cancel);
}

[Requires(Permission.ViewYearCompletions)]
internal sealed class YearCompletionNodes(YearReader years) : NodeLoader<YearTotal, YearCompletionView>
{
    protected override Task<IReadOnlyList<YearCompletionView>> ReadAsync(IReadOnlyList<long> keys, Expression<Func<YearTotal, YearCompletionView>> shape, CancellationToken cancel) =>
        years.FindAsync(keys, shape, cancel);
}

[Extends<ProfessionalView>]
internal static class ProfessionalYears
{
    /// <summary>All recorded years of the person, newest first. 学时完成情况. IND-26.</summary>
    /// <param name="professional">The person.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="years">Loads.</param>
    [Requires(Permission.ViewYearCompletions)]
    public static IDataLoaderResult<IReadOnlyList<YearCompletionView>?> Years(
        [Parent] ProfessionalView professional, Selected<YearTotal, YearCompletionView> selected, [FromServices] YearsByProfessional years) =>
        years.Load(professional.Key, selected).Then(IReadOnlyList<YearCompletionView>? (found) => found);
}

[Extends<YearCompletionView>]
internal static class YearCompletionFields
{
    /// <summary>Claimed hours of that year that are still on their way. 审核中.</summary>
    /// <param name="completion">The year.</param>
    /// <param name="pending">Loads.</param>
    [Needs(nameof(YearCompletionView.Year))]
    public static IDataLoaderResult<PendingHoursView> Pending([Parent] YearCompletionView completion, [FromServices] PendingByProfessional pending) =>
        pending.Load(completion.ProfessionalKey, true).Then(found => new PendingHoursView(
            found.Where(p => p.Year == completion.Year && p.Category is SubjectCategory.Public).Sum(p => p.Hours),
            found.Where(p => p.Year == completion.Year && p.Category is SubjectCategory.Professional).Sum(p => p.Hours)));
}

internal sealed class YearsByProfessional(YearReader years) : BatchLoader<long, Selected<YearTotal, YearCompletionView>, IReadOnlyList<YearCompletionView>>
{
    protected override async Task<IReadOnlyDictionary<long, IReadOnlyList<YearCompletionView>>> LoadAsync(
        IReadOnlyList<long> keys, Selected<YearTotal, YearCompletionView> selection, CancellationToken cancel) =>
        (await years.OfPeopleAsync(keys, selection.Shape, cancel)).GroupBy(year => year.ProfessionalKey)
            .ToDictionary(group => group.Key, IReadOnlyList<YearCompletionView> (group) => [.. group]);
}

internal sealed class PendingByProfessional(YearReader years) : BatchLoader<long, bool, IReadOnlyList<PendingHours>>
{
    protected override async Task<IReadOnlyDictionary<long, IReadOnlyList<PendingHours>>> LoadAsync(IReadOnlyList<long> keys, bool selection, CancellationToken cancel) =>
        (await years.PendingAsync(keys, cancel)).GroupBy(hours => hours.ProfessionalId)
            .ToDictionary(group => group.Key, IReadOnlyList<PendingHours> (group) => [.. group]);
}
