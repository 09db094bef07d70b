using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using HnCe.Domain.Access;
using HnCe.Domain.Data;

namespace HnCe.Graph.Server;

/// <summary>
/// What the graph tells about each operation: how long, how dear, how many statements, which errors and refusals. Nothing of documents, variables or
/// answers: operations bear the names of our own documents, or of the first root field that a foreign one asks for. Costs nothing while nobody listens. Source: GRAPH-15.
/// </summary>
public static class GraphTelemetry
{
    /// <summary>Name of the source of spans and of the meter.</summary>
    public const string Name = "HnCe.Graph";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("hnce.graph.operation.duration", "s", "How long an operation took.");
    private static readonly Histogram<long> Cost = Meter.CreateHistogram<long>("hnce.graph.operation.cost", "{cost}", "What an operation was reckoned to cost.");
    private static readonly Histogram<int> Statements = Meter.CreateHistogram<int>("hnce.graph.operation.statements", "{statement}", "SQL statements of an operation.");
    private static readonly UpDownCounter<long> Following = Meter.CreateUpDownCounter<long>("hnce.graph.subscriptions", "{subscription}", "Subscriptions that are open.");
    private static readonly Counter<long> Errors = Meter.CreateCounter<long>("hnce.graph.errors", "{error}", "Top-level errors by code.");
    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>("hnce.graph.refusals", "{refusal}", "Refusals of mutations by code.");

    internal static Measured Begin() => new(Source.StartActivity("graphql"));

    /// <summary>A subscription is open until this is disposed.</summary>
    internal static IDisposable Follow(string operation)
    {
        Following.Add(1, new KeyValuePair<string, object?>("graphql.operation.name", operation));
        return new Followed(operation);
    }

    internal static void Refused(IEnumerable<RefusalCode> codes)
    {
        foreach (var code in codes)
        {
            Refusals.Add(1, new KeyValuePair<string, object?>("code", JsonNamingPolicy.SnakeCaseUpper.ConvertName($"{code}")));
        }
    }

    private sealed class Followed(string operation) : IDisposable
    {
        public void Dispose() => Following.Add(-1, new KeyValuePair<string, object?>("graphql.operation.name", operation));
    }

    /// <summary>One operation from its request to its answer.</summary>
    internal sealed class Measured(Activity? activity) : IDisposable
    {
        private readonly long started = Stopwatch.GetTimestamp();
        private readonly StatementTally statements = StatementTally.Begin();
        private string operation = "unknown";
        private string type = "unknown";

        /// <summary>Tells what runs, once that is known.</summary>
        public void Names(string name, string kind) => (operation, type) = (name, kind);

        public GraphAnswer End(GraphAnswer answer)
        {
            TagList tags = new() { { "graphql.operation.name", operation }, { "graphql.operation.type", type } };
            foreach (var code in answer.ErrorCodes)
            {
                Errors.Add(1, new("graphql.operation.name", operation), new("code", code));
            }

            Duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, tags);
            Cost.Record(answer.Cost, tags);
            Statements.Record(statements.Count, tags);
            if (activity is not null)
            {
                activity.DisplayName = $"{type} {operation}";
                activity.SetTag("graphql.operation.name", operation).SetTag("graphql.operation.type", type)
                    .SetTag("hnce.cost", answer.Cost).SetTag("hnce.statements", statements.Count);
                if (answer.ErrorCodes is { Count: > 0 } codes)
                {
                    activity.SetTag("error.type", codes[0]).SetStatus(ActivityStatusCode.Error);
                }
            }

            return answer;
        }

        public void Dispose() => activity?.Dispose();
    }
}
