using System.Linq.Expressions;
using GraphQL;
using GraphQL.DataLoader;
using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Declarations;
using HnCe.Domain.Organizations;
using HnCe.Graph.Accounts;
using HnCe.Graph.Organizations;
using HnCe.Graph.Server;

namespace HnCe.Graph.Declarations;

[QueryType]
internal static class DeclarationQueries
{
    /// <summary>Declarations within the caller's reach. 继续教育信息. IND-17, EMP-17, BUR-13.</summary>
    /// <param name="filter">What is looked for.</param>
    /// <param name="order">Order; newest submission first without it.</param>
    /// <param name="page">Which part.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="declarations">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ViewDeclarations)]
    public static Task<Page<DeclarationView>> Declarations(
        DeclarationFilterInput? filter, DeclarationOrder? order, PageRequest page, Selected<Declaration, DeclarationView> selected,
        [FromServices] DeclarationReader declarations, CancellationToken cancel) =>
        declarations.ListAsync((filter ?? new()).ToFilter(), order ?? DeclarationOrder.NewestFirst, page, selected.Shape, cancel);

    /// <summary>One declaration; null when it does not exist or lies out of reach. REV-03.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="declarations">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ViewDeclarations)]
    public static async Task<DeclarationView?> Declaration(
        Key<DeclarationView> id, Selected<Declaration, DeclarationView> selected, [FromServices] DeclarationReader declarations, CancellationToken cancel) =>
        (await declarations.FindAsync([id.Value], selected.Shape, cancel)).SingleOrDefault();

    /// <summary>The history of all declarations of one person, newest step first. 历程明细. PRO-10, BUR-13.</summary>
    /// <param name="professional">The person.</param>
    /// <param name="page">Which part.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="declarations">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ViewDeclarations)]
    public static Task<Page<TimelineEntryView>> DeclarationHistory(
        Key<ProfessionalView> professional, PageRequest page, Selected<TimelineEntry, TimelineEntryView> selected, [FromServices] DeclarationReader declarations, CancellationToken cancel) =>
        declarations.HistoryAsync(professional.Value, page, selected.Shape, cancel);

    /// <summary>How many declarations a filter has, counted up to 1001. EMP-26.</summary>
    /// <param name="filter">What is looked for.</param>
    /// <param name="declarations">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ViewDeclarations)]
    public static Task<int> DeclarationCount(DeclarationFilterInput? filter, [FromServices] DeclarationReader declarations, CancellationToken cancel) =>
        declarations.CountAsync((filter ?? new()).ToFilter(), cancel);

    /// <summary>Declaring employers with what of them waits for the caller's organization, longest waiting first. 审核, 第一级. REV-01.</summary>
    /// <param name="filter">Narrows down.</param>
    /// <param name="page">Which part.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="declarations">Reads.</param>
    /// <param name="clock">Clock.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ReviewDeclarations)]
    public static Task<Page<WaitingEmployerView>> ReviewQueue(
        WaitingFilterInput? filter, PageRequest page, Selected<WaitingEmployer, WaitingEmployerView> selected, [FromServices] DeclarationReader declarations,
        [FromServices] TimeProvider clock, CancellationToken cancel) =>
        declarations.WaitingAsync((filter ?? new()).ToFilter(clock), page, selected.Shape, cancel);

    /// <summary>How many wait under a filter, exactly; the number that 全部通过 and 全部不通过 confirm. REV-04.</summary>
    /// <param name="filter">Narrows down.</param>
    /// <param name="declarations">Reads.</param>
    /// <param name="clock">Clock.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ReviewDeclarations)]
    public static Task<int> WaitingCount(
        WaitingFilterInput? filter, [FromServices] DeclarationReader declarations, [FromServices] TimeProvider clock, CancellationToken cancel) =>
        declarations.CountWaitingAsync((filter ?? new()).ToFilter(clock), cancel);

    /// <summary>Where an item stands among what waits under a filter, longest waiting first; null when it was not sent to the caller's organization. 审核, 第三级. REV-03.</summary>
    /// <param name="id">The declaration.</param>
    /// <param name="filter">Narrows down.</param>
    /// <param name="declarations">Reads.</param>
    /// <param name="clock">Clock.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ReviewDeclarations)]
    public static async Task<ReviewPlaceView?> ReviewPlace(
        Key<DeclarationView> id, WaitingFilterInput? filter, [FromServices] DeclarationReader declarations, [FromServices] TimeProvider clock, CancellationToken cancel) =>
        await declarations.PlaceAsync(id.Value, (filter ?? new()).ToFilter(clock), cancel) is { } place ? ReviewPlaceView.Of(place) : null;
}

[Requires(Permission.ViewDeclarations)]
internal sealed class DeclarationNodes(DeclarationReader declarations) : NodeLoader<Declaration, DeclarationView>
{
    protected override Task<IReadOnlyList<DeclarationView>> ReadAsync(IReadOnlyList<long> keys, Expression<Func<Declaration, DeclarationView>> shape, CancellationToken cancel) =>
        declarations.FindAsync(keys, shape, cancel);
}

[Extends<WaitingEmployerView>]
internal static class WaitingEmployerFields
{
    /// <summary>The declaring employer. 申报机构. REV-01.</summary>
    /// <param name="waiting">The line.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="employers">Loads.</param>
    public static IDataLoaderResult<EmployerView> Employer(
        [Parent] WaitingEmployerView waiting, Selected<Organization, EmployerView> selected, [FromServices] EmployerById employers) =>
        employers.Load(waiting.EmployerKey, selected);
}

[Extends<ProfessionalView>]
internal static class ProfessionalDeclarations
{
    private const int Most = 50;

    /// <summary>The person's declarations within the caller's reach, newest first. 申报记录. BUR-13.</summary>
    /// <param name="professional">The person.</param>
    /// <param name="first">How many, 1 to 50; 10 without it.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="declarations">Loads.</param>
    [Requires(Permission.ViewDeclarations)]
    public static IDataLoaderResult<IReadOnlyList<DeclarationView>?> Declarations(
        [Parent] ProfessionalView professional, int? first, Selected<Declaration, DeclarationView> selected, [FromServices] DeclarationsByProfessional declarations) =>
        declarations.Load(professional.Key, selected).Then(IReadOnlyList<DeclarationView>? (found) => [.. found.Take(Math.Clamp(first ?? 10, 1, Most))]);
}

internal sealed class DeclarationsByProfessional(DeclarationReader declarations) : BatchLoader<long, Selected<Declaration, DeclarationView>, IReadOnlyList<DeclarationView>>
{
    protected override async Task<IReadOnlyDictionary<long, IReadOnlyList<DeclarationView>>> LoadAsync(
        IReadOnlyList<long> keys, Selected<Declaration, DeclarationView> selection, CancellationToken cancel) =>
        (await declarations.OfPeopleAsync(keys, Owned.By(selection.Shape, d => d.ProfessionalId), cancel)).GroupBy(owned => owned.Owner)
            .ToDictionary(group => group.Key, IReadOnlyList<DeclarationView> (group) => [.. group.Select(owned => owned.View)]);
}

[Extends<DeclarationView>]
internal static class DeclarationFields
{
    /// <summary>Chinese name of the form, as in the version that it was made with. 继续教育形式.</summary>
    /// <param name="declaration">The declaration.</param>
    /// <param name="standards">All versions.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Needs(nameof(DeclarationView.Kind))]
    public static async Task<string> KindName([Parent] DeclarationView declaration, [FromServices] StandardsInForce standards, CancellationToken cancel) =>
        (await standards.FindAsync(declaration.Kind, declaration.TypeVersion, cancel)).Name;

    /// <summary>Answers to the fields of the form, in the order of the version that it was made with; blank ones are left out. DEC-10.</summary>
    /// <param name="declaration">The declaration.</param>
    /// <param name="standards">All versions.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Needs(nameof(DeclarationView.Kind))]
    public static async Task<IReadOnlyList<DeclarationDetail>> Details([Parent] DeclarationView declaration, [FromServices] StandardsInForce standards, CancellationToken cancel) =>
        DeclarationDetail.Of(await standards.FindAsync(declaration.Kind, declaration.TypeVersion, cancel), declaration.DetailsJson);

    /// <summary>History, oldest step first: who had it, since when, what was said. 办理过程. F15.</summary>
    /// <param name="declaration">The declaration.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="timelines">Loads.</param>
    public static IDataLoaderResult<IReadOnlyList<TimelineEntryView>> Timeline(
        [Parent] DeclarationView declaration, Selected<TimelineEntry, TimelineEntryView> selected, [FromServices] TimelineByDeclaration timelines) =>
        timelines.Load(declaration.Key, selected);

    /// <summary>Other declarations of the same achievement or with the same scan that the caller may see. 重复提示. DEC-08, DEC-13.</summary>
    /// <param name="declaration">The declaration.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="similar">Loads.</param>
    public static IDataLoaderResult<IReadOnlyList<DeclarationView>> Similar(
        [Parent] DeclarationView declaration, Selected<Declaration, DeclarationView> selected, [FromServices] SimilarByDeclaration similar) =>
        similar.Load(declaration.Key, selected);

    /// <summary>The failed declaration that this one replaces; null where there is none. 重新申报. FWD-07.</summary>
    /// <param name="declaration">The declaration.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="declarations">Loads.</param>
    public static IDataLoaderResult<DeclarationView?>? Replaces(
        [Parent] DeclarationView declaration, Selected<Declaration, DeclarationView> selected, [FromServices] DeclarationById declarations) =>
        declaration.ReplacesKey is { } key ? declarations.Load(key, selected).Then(DeclarationView? (found) => found) : null;
}

[Extends<TimelineEntryView>]
internal static class TimelineEntryFields
{
    /// <summary>The declaration that it happened to; null when it is out of reach. F15.</summary>
    /// <param name="entry">The step.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="declarations">Loads.</param>
    [Requires(Permission.ViewDeclarations)]
    public static IDataLoaderResult<DeclarationView?> Declaration(
        [Parent] TimelineEntryView entry, Selected<Declaration, DeclarationView> selected, [FromServices] DeclarationById declarations) =>
        declarations.Load(entry.DeclarationKey, selected).Then(DeclarationView? (found) => found);
}

internal sealed class DeclarationById(DeclarationReader declarations) : BatchLoader<long, Selected<Declaration, DeclarationView>, DeclarationView>
{
    protected override async Task<IReadOnlyDictionary<long, DeclarationView>> LoadAsync(
        IReadOnlyList<long> keys, Selected<Declaration, DeclarationView> selection, CancellationToken cancel) =>
        (await declarations.FindAsync(keys, selection.Shape, cancel)).ToDictionary(view => view.Key);
}

internal sealed class TimelineByDeclaration(DeclarationReader declarations) : BatchLoader<long, Selected<TimelineEntry, TimelineEntryView>, IReadOnlyList<TimelineEntryView>>
{
    protected override async Task<IReadOnlyDictionary<long, IReadOnlyList<TimelineEntryView>>> LoadAsync(
        IReadOnlyList<long> keys, Selected<TimelineEntry, TimelineEntryView> selection, CancellationToken cancel) =>
        (await declarations.TimelineAsync(keys, selection.Shape, cancel)).GroupBy(entry => entry.DeclarationKey)
            .ToDictionary(group => group.Key, IReadOnlyList<TimelineEntryView> (group) => [.. group]);
}

internal sealed class SimilarByDeclaration(DeclarationReader declarations) : BatchLoader<long, Selected<Declaration, DeclarationView>, IReadOnlyList<DeclarationView>>
{
    protected override async Task<IReadOnlyDictionary<long, IReadOnlyList<DeclarationView>>> LoadAsync(
        IReadOnlyList<long> keys, Selected<Declaration, DeclarationView> selection, CancellationToken cancel)
    {
        var pairs = await declarations.SimilarAsync(keys, cancel);
        var views = pairs.Count == 0 ? [] : (await declarations.FindAsync([.. pairs.Select(pair => pair.Id).Distinct()], selection.Shape, cancel)).ToDictionary(view => view.Key);
        return pairs.Where(pair => views.ContainsKey(pair.Id)).GroupBy(pair => pair.Of)
            .ToDictionary(group => group.Key, IReadOnlyList<DeclarationView> (group) => [.. group.Select(pair => views[pair.Id])]);
    }
}
