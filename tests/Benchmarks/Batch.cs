using System.Diagnostics;
using System.Text.Json;
using HnCe.Domain.Data;
using HnCe.Domain.Declarations;
using HnCe.Graph.Server;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Benchmarks;

/// <summary>What passing everything that waits cost.</summary>
internal sealed record BatchFigure(int Waiting, double RawSeconds, double EngineSeconds, int Statements);

/// <summary>
/// Sends a number of waiting declarations to the provincial department, lets the engine and the statements by hand pass them in turn,
/// and puts everything back after each.
/// </summary>
internal sealed class Batch(World world, Server server, Settings settings)
{
    private readonly IDbContextFactory<HnCeDbContext> _readers = server.Services.GetRequiredService<IDbContextFactory<HnCeDbContext>>();

    /// <summary>Measures one size; null when not so many wait.</summary>
    public async Task<BatchFigure?> RunAsync(int wanted)
    {
        var (raw, engine, statements) = (new List<double>(), new List<double>(), 0);
        for (var round = 0; round <= settings.Rounds; round++)
        {
            if (await SendAsync(wanted) < wanted)
            {
                return null;
            }

            raw.Add(await TimedAsync(() => server.RawWrites.PassAllAsync(world.Callers[world.Province.Account]), wanted));
            await SendAsync(wanted);
            var before = world.Log.Count;
            engine.Add(await TimedAsync(() => PassByEngineAsync(wanted), wanted));
            statements = world.Log.Count - before;
        }

        return new(wanted, Median(raw[1..]), Median(engine[1..]), statements);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static async Task<double> TimedAsync(Func<Task<int>> pass, int wanted)
    {
        var watch = Stopwatch.StartNew();
        var passed = await pass();
        return passed == wanted ? watch.Elapsed.TotalSeconds : throw new InvalidOperationException($"{passed} of {wanted} were passed.");
    }

    private async Task<int> PassByEngineAsync(int expected)
    {
        var answer = await server.Services.GetRequiredService<GraphServer>()
            .RunAsync(GraphRequest.Trusted(Documents.M2, new { expected }), world.Callers[world.Province.Account], default);
        using var json = await answer.ToJsonAsync(default);
        return answer.ErrorCodes.Count == 0 && json.RootElement.GetProperty("data").GetProperty("reviewDeclarations").GetProperty("succeeded") is { ValueKind: JsonValueKind.Number } succeeded
            ? succeeded.GetInt32()
            : throw new InvalidOperationException(json.RootElement.ToString());
    }

    private async Task<int> SendAsync(int wanted)
    {
        await using var db = await _readers.CreateDbContextAsync();
        db.Database.SetCommandTimeout(600);
        var province = world.Province.Organization;
        foreach (var statement in Reset)
        {
            await db.Database.ExecuteSqlRawAsync(statement.Replace("{province}", $"{province}", StringComparison.Ordinal));
        }

        var sent = await db.Database.ExecuteSqlAsync(
            $"""UPDATE "Declarations" SET "TargetId" = {province} WHERE "Id" IN (SELECT "Id" FROM "Declarations" WHERE "Status" = {(int)DeclarationStatus.UnderReview} ORDER BY "Id" LIMIT {wanted})""");
        await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE");
        return sent;
    }

    // The target of the rows that a former round passed is the province; their own bureau does not matter any more.
    private static readonly string[] Reset =
    [
        """DELETE FROM "Messages" m USING "Declarations" d WHERE d."TargetId" = {province} AND m."DeclarationId" = d."Id" """,
        """DELETE FROM "CreditEntries" e USING "Declarations" d WHERE d."TargetId" = {province} AND d."Status" = 5 AND e."Source" = 0 AND e."SourceId" = d."Id" """,
        """DELETE FROM "TimelineEntries" t USING "Declarations" d WHERE d."TargetId" = {province} AND t."DeclarationId" = d."Id" AND t."Event" = 6""",
        """UPDATE "Declarations" SET "Status" = 4, "RecognisedHours" = NULL, "DecidedAt" = NULL, "ChangeId" = NULL WHERE "TargetId" = {province}""",
    ];
}
