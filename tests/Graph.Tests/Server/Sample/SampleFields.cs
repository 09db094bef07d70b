using System.Linq.Expressions;
using GraphQL;
using GraphQL.DataLoader;
using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Graph.Server;

namespace HnCe.Graph.Tests.Server.Sample;

/// <summary>What papers are looked for.</summary>
/// <param name="Title">Part of the title.</param>
/// <param name="Status">State.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Days">Any of these days.</param>
public sealed record PaperFilter(string? Title, PaperStatus? Status, Key<AuthorView>? Author, IReadOnlyList<DateOnly>? Days);

[QueryType]
internal static class PaperQueries
{
    /// <summary>Papers, oldest first. GEN-05.</summary>
    /// <param name="filter">What is looked for.</param>
    /// <param name="page">Which part.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="probe">What the test sees.</param>
    [Requires(Permission.ViewDeclarations)]
    public static Task<Page<PaperView>> Papers(PaperFilter? filter, PageRequest page, Selected<Paper, PaperView> selected, [FromServices] SampleProbe probe)
    {
        probe.See(selected.Shape, page);
        var from = page.Cursor is null ? 0 : int.TryParse(page.Cursor, out var number) ? number : throw new BadCursorException();
        var rows = SampleRows.Papers.AsQueryable()
            .Where(paper => filter == null || filter.Author == null || paper.AuthorId == filter.Author.Value.Value)
            .Where(paper => paper.Id > from).Take(page.Size).Select(selected.Shape).ToList();
        return Task.FromResult(new Page<PaperView>([.. rows.Select(row => new PageRow<PaperView>($"{row.Key}", row))], rows.Count == page.Size, from > 0, page.WithTotal ? 250 : null));
    }

    /// <summary>One paper, or null. GEN-05.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="probe">What the test sees.</param>
    [Requires(Permission.ViewDeclarations)]
    public static PaperView? Paper(Key<PaperView> id, Selected<Paper, PaperView> selected, [FromServices] SampleProbe probe)
    {
        probe.See(selected.Shape, null);
        return SampleRows.Papers.AsQueryable().Where(paper => paper.Id == id.Value).Select(selected.Shape).SingleOrDefault();
    }

    /// <summary>Waits until two siblings run at once.</summary>
    /// <param name="probe">What the test sees.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [OpenToAll]
    public static async Task<bool> MeetAsync([FromServices] SampleProbe probe, CancellationToken cancel) => await probe.MeetAsync(cancel);

    /// <summary>Fails.</summary>
    [OpenToAll]
    public static string? Break() => throw new InvalidOperationException("Server=db;Password=secret");

    /// <summary>Never ends by itself.</summary>
    /// <param name="cancel">Ends with the operation.</param>
    [OpenToAll]
    public static async Task<bool> SlowAsync(CancellationToken cancel)
    {
        await Task.Delay(Timeout.Infinite, cancel);
        return true;
    }

    /// <summary>Says it again.</summary>
    /// <param name="text">What to say.</param>
    /// <param name="day">A day.</param>
    /// <param name="numbers">Numbers.</param>
    [OpenToAll]
    public static string? Echo(string? text, DateOnly? day, IReadOnlyList<int>? numbers) => $"{text}{day:yyyyMMdd}{numbers?.Count}";
}

/// <summary>Which paper is sent and what is said.</summary>
/// <param name="Papers">The papers.</param>
/// <param name="Note">What is said.</param>
public sealed record SendPapersInput(IReadOnlyList<Key<PaperView>> Papers, string? Note);

/// <summary>What came of sending papers.</summary>
public sealed class SendPapersPayload : Payload
{
    /// <summary>How many were sent.</summary>
    public int? Succeeded { get; init; }

    /// <summary>The first of them.</summary>
    public PaperView? First { get; init; }
}

[MutationType]
internal static class PaperMutations
{
    /// <summary>Sends papers. EMP-21.</summary>
    /// <param name="input">Which.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="probe">What the test sees.</param>
    [Requires(Permission.ForwardDeclarations)]
    public static SendPapersPayload SendPapers(SendPapersInput input, Selected<Paper, PaperView> selected, [FromServices] SampleProbe probe)
    {
        probe.See(selected.Shape, null);
        Outcome<int> outcome = input.Papers.Any(key => key.Value == 0)
            ? new Refusal(RefusalCode.NotFound, "论文不存在。", "papers")
            : input.Papers.Count;
        return outcome.To(count => new SendPapersPayload { Succeeded = count, First = SampleRows.Papers.Select(selected.Shape.Compile()).First() });
    }
}

[Extends<AuthorView>]
internal static class AuthorPapers
{
    /// <summary>All papers of the author. GEN-05.</summary>
    /// <param name="author">The author.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="papers">The loader.</param>
    public static IDataLoaderResult<IReadOnlyList<PaperView>> Papers([Parent] AuthorView author, Selected<Paper, PaperView> selected, [FromServices] PapersByAuthor papers) =>
        papers.Load(author.Key, selected);
}

[Extends<IHomeView>]
internal static class HomeGreetings
{
    /// <summary>A greeting of the home, added to an interface and so to each of its types.</summary>
    /// <param name="home">The home.</param>
    public static string Greeting([Parent] IHomeView home) => $"{home.GetType().Name} {home.Key}";
}

internal sealed class PapersByAuthor(SampleProbe probe) : BatchLoader<long, Selected<Paper, PaperView>, IReadOnlyList<PaperView>>
{
    protected override Task<IReadOnlyDictionary<long, IReadOnlyList<PaperView>>> LoadAsync(IReadOnlyList<long> keys, Selected<Paper, PaperView> selection, CancellationToken cancel)
    {
        probe.Batches.Add([.. keys]);
        var shape = selection.Shape.Compile();
        return Task.FromResult<IReadOnlyDictionary<long, IReadOnlyList<PaperView>>>(keys.ToDictionary(
            key => key,
            IReadOnlyList<PaperView> (key) => [.. SampleRows.Papers.Where(paper => paper.AuthorId == key).Take(3).Select(shape)]));
    }
}

[Requires(Permission.ViewDeclarations)]
internal sealed class PaperNodes : NodeLoader<Paper, PaperView>
{
    protected override Task<IReadOnlyList<PaperView>> ReadAsync(IReadOnlyList<long> keys, Expression<Func<Paper, PaperView>> shape, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<PaperView>>([.. SampleRows.Papers.AsQueryable().Where(paper => keys.Contains(paper.Id)).Select(shape)]);
}

/// <summary>What the sample lets a test see.</summary>
public sealed class SampleProbe
{
    private readonly TaskCompletionSource<bool> met = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int waiting;

    public LambdaExpression? Shape { get; private set; }

    public PageRequest? Page { get; private set; }

    public List<long[]> Batches { get; } = [];

    public void See(LambdaExpression shape, PageRequest? page) => (Shape, Page) = (shape, page);

    public Task<bool> MeetAsync(CancellationToken cancel)
    {
        if (Interlocked.Increment(ref waiting) == 2)
        {
            met.SetResult(true);
        }

        return met.Task.WaitAsync(cancel);
    }
}
