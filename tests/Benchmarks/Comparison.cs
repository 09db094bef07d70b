using System.Text;
using System.Text.Json;
using HnCe.Benchmarks.Raw;
using HnCe.Domain.Declarations;
using HnCe.Graph.Server;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Benchmarks;

/// <summary>One way to answer.</summary>
/// <param name="Name">In the table.</param>
/// <param name="Path">In front of the operation's name.</param>
/// <param name="Fresh">Whether the caller is read from the database for each request.</param>
internal sealed record Variant(string Name, string Path, bool Fresh = false);

/// <summary>What one variant cost in one operation: medians over the rounds.</summary>
internal sealed record Figure(string Operation, Variant Variant, double Rate, double Server, double Database, double Statements, double Latency);

/// <summary>Runs the same operation by every variant in turn, several rounds, and takes medians.</summary>
internal sealed class Comparison(World world, Server server, Client client, Settings settings)
{
    private static readonly Variant Raw = new("raw", "/raw");
    private static readonly Variant Steps = new("raw, statement by statement", "/steps");
    private static readonly Variant[] Engine =
    [
        new("page document in process", "/page"),
        new("`/graphql`", "/graphql"),
        new("`/graphql`, session read from the database", "/graphql", Fresh: true),
    ];

    private readonly HashSet<long> _passed = [];

    /// <summary>All operations.</summary>
    public async Task<List<Figure>> RunAsync()
    {
        List<Figure> figures = [];
        foreach (var name in new[] { "Q1", "Q2", "Q4" })
        {
            await SameAnswersAsync(name);
            figures.AddRange(await RunAsync(name, [Raw, .. Engine]));
        }

        figures.AddRange(await RunAsync("M1", [Raw, Steps, .. Engine]));
        return figures;
    }

    /// <summary>One read at two depths of the list, by the engine.</summary>
    public async Task<(Figure First, Figure Deep)> DepthAsync()
    {
        var variant = Engine[1];
        var (first, deep) = (new List<Cost>(), new List<Cost>());
        for (var round = 0; round <= settings.Rounds; round++)
        {
            first.Add(await client.SendAsync([.. world.Bureaus.Select(b => Line("Q2", variant, b, 0, null))], settings.Seconds, goRound: true, settings.Connections));
            deep.Add(await client.SendAsync([.. world.Bureaus.Select(b => Line("Q2", variant, b, 0, b.Waiting[b.Waiting.Count - 40]))], settings.Seconds, goRound: true, settings.Connections));
        }

        return (Median("first page", variant, first[1..]), Median("deep page", variant, deep[1..]));
    }

    private async Task<List<Figure>> RunAsync(string name, Variant[] variants)
    {
        var costs = variants.ToDictionary(variant => variant, _ => new List<Cost>());
        for (var round = 0; round <= settings.Rounds; round++)
        {
            foreach (var variant in variants)
            {
                var cost = name == "M1" ? await VerdictsAsync(variant)
                    : await client.SendAsync(Lines(name, variant), settings.Seconds, goRound: true, settings.Connections);
                if (cost.Burst.Failures > 0)
                {
                    throw new InvalidOperationException($"{name} {variant.Name}: {cost.Burst.Failures} of {cost.Burst.Requests} failed.");
                }

                costs[variant].Add(cost);
            }
        }

        // The first round warms up.
        return [.. variants.Select(variant => Median(name, variant, costs[variant][1..]))];
    }

    private async Task<Cost> VerdictsAsync(Variant variant)
    {
        // A small province has not enough for all rounds.
        var each = Math.Min(settings.Verdicts, world.Bureaus.Sum(b => b.Waiting.Count - 40) / ((settings.Rounds + 1) * (Engine.Length + 2))) / world.Bureaus.Count;
        var chosen = world.Bureaus.SelectMany(b => b.Waiting.Skip(20).Where(w => !_passed.Contains(w.Id)).Take(each).Select(w => (Bureau: b, Item: w)))
            .OrderBy(pair => pair.Item.At).ToList();
        _passed.UnionWith(chosen.Select(pair => pair.Item.Id));
        var before = await StateAsync();
        var cost = await client.SendAsync([.. chosen.Select(pair => Line("M1", variant, pair.Bureau, pair.Item.Id, null))], 600, goRound: false, settings.Connections);
        var after = await StateAsync();
        if (after.Passed - before.Passed != cost.Burst.Requests || after.Lines - before.Lines != cost.Burst.Requests || after.Messages - before.Messages != cost.Burst.Requests)
        {
            throw new InvalidOperationException($"{variant.Name}: {cost.Burst.Requests} requests, {cost.Burst.Failures} failed, {after.Passed - before.Passed} passed, {after.Lines - before.Lines} ledger lines, {after.Messages - before.Messages} messages.");
        }

        return cost;
    }

    private async Task<(int Passed, int Lines, int Messages)> StateAsync()
    {
        await using var db = await server.Services.GetRequiredService<IDbContextFactory<Domain.Data.HnCeDbContext>>().CreateDbContextAsync();
        return (await db.Declarations.CountAsync(d => d.Status == DeclarationStatus.Passed), await db.CreditEntries.CountAsync(), await db.Messages.CountAsync());
    }

    private async Task SameAnswersAsync(string name)
    {
        foreach (var bureau in world.Bureaus)
        {
            var person = bureau.People[0];
            var answers = new List<JsonElement>();
            foreach (var variant in Engine.Prepend(Raw))
            {
                answers.Add((await AskAsync(Line(name, variant, bureau, person, bureau.Waiting[10]))).GetProperty("data"));
            }

            if (answers.Find(answer => !JsonElement.DeepEquals(answer, answers[0])) is { ValueKind: not JsonValueKind.Undefined } other)
            {
                throw new InvalidOperationException($"{name}: by hand {answers[0]}\nby the engine {other}");
            }
        }
    }

    private async Task<JsonElement> AskAsync(string line)
    {
        var text = Encoding.UTF8.GetString(Convert.FromBase64String(line));
        var (head, body) = (text[..text.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Split("\r\n"), text[(text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(new(head[0].Split(' ')[0]), $"http://127.0.0.1:{server.Port}{head[0].Split(' ')[1]}");
        request.Content = body.Length == 0 ? null : new StringContent(body, Encoding.UTF8, "application/json");
        foreach (var header in head.Skip(1).Where(h => h.StartsWith("Account", StringComparison.Ordinal) || h.StartsWith("Fresh", StringComparison.Ordinal)))
        {
            request.Headers.Add(header.Split(": ")[0], header.Split(": ")[1]);
        }

        using var answer = await http.SendAsync(request);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }

    private List<string> Lines(string name, Variant variant) =>
        [.. Enumerable.Range(0, 200).SelectMany(i => world.Bureaus.Select(b => Line(name, variant, b, b.People[i % b.People.Count], b.Waiting[i * 7 % (b.Waiting.Count - 40)])))];

    private static string Line(string name, Variant variant, Bureau bureau, long id, (long Id, DateTime At)? behind)
    {
        var headers = $"Account: {bureau.Account}\r\n{(variant.Fresh ? "Fresh: 1\r\n" : "")}";
        var after = behind is { } row ? RawReads.Cursor("waiting", row.At, row.Id) : null;
        if (variant.Path is "/raw" or "/steps")
        {
            return Load.Line(name == "M1" ? "POST" : "GET", $"{variant.Path}/{name}?id={id}&city={bureau.City}&organization={bureau.Organization}{(after is null ? "" : $"&after={after}")}", headers, "");
        }

        var key = GlobalId.Encode(name == "M1" ? "Declaration" : "Professional", id);
        object variables = name switch { "Q2" => new { after }, "Q4" => new { }, _ => new { id = key } };
        return variant.Path == "/page"
            ? Load.Line("POST", $"/page/{name}", headers, JsonSerializer.Serialize(variables))
            : Load.Line("POST", "/graphql", headers, JsonSerializer.Serialize(new { query = Documents.ByName[name], variables }));
    }

    private static Figure Median(string name, Variant variant, List<Cost> costs)
    {
        return new(name, variant, Of(cost => cost.Rate), Of(cost => cost.ServerMicroseconds), Of(cost => cost.DatabaseMicroseconds), Of(cost => cost.Statements), Of(cost => cost.Burst.Median));

        double Of(Func<Cost, double> read) => costs.Select(read).Order().ElementAt(costs.Count / 2);
    }
}
