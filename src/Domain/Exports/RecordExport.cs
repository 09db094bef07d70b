using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Jobs;

namespace HnCe.Domain.Exports;

/// <summary>导出 Excel leaves an audit line: who took which list, under which filter, how many rows. Source: GEN-10, SECURITY E5.</summary>
public sealed class RecordExport(UnitOfWork work)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // What people type may be a name or an ID number, which have no place in the log.
    private static readonly string[] Typed = ["name", "idNumber", "employerName"];

    /// <summary>Writes the line; answers with the number of rows.</summary>
    /// <param name="list">Name of the list.</param>
    /// <param name="filter">Its variables, as JSON.</param>
    /// <param name="rows">Rows taken.</param>
    /// <param name="cancel">Cancellation.</param>
    public Task<Outcome<int>> RunAsync(string list, string filter, int rows, CancellationToken cancel) =>
        work.RunAsync<int>(nameof(RecordExport), write =>
        {
            write.Note($"Export:{list}", JsonSerializer.Serialize(new { rows, filter = Told(JsonNode.Parse(filter)) }, Json));
            return Task.FromResult<Outcome<int>>(rows);
        }, cancel);

    private static JsonNode? Told(JsonNode? node) => node is not JsonObject conditions ? node?.DeepClone() : new JsonObject(
        from condition in conditions
        where condition.Value is not null
        select KeyValuePair.Create(condition.Key, Typed.Contains(condition.Key) ? "…" : Told(condition.Value)));
}

/// <summary>导出 Excel of a list that is too long for a request. Source: GEN-05.</summary>
public sealed class StartExport(UnitOfWork work, JobQueue jobs)
{
    /// <summary>Name of the kind of job.</summary>
    public const string Kind = "export";

    /// <summary>What is exported.</summary>
    /// <param name="List">Name of the list.</param>
    /// <param name="Variables">Its variables, as JSON.</param>
    public sealed record Order(string List, string Variables);

    /// <summary>Starts the job; answers with its key.</summary>
    public Task<Outcome<long>> RunAsync(Order order, string title, CancellationToken cancel) =>
        work.RunAsync<Job, long>(nameof(StartExport), write => jobs.AddAsync(Kind, title, JsonSerializer.Serialize(order), 0, write, cancel), job => job.Id, cancel);
}
