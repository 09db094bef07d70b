using System.Text.Json;
using GraphQL;

namespace HnCe.Graph.Server;

/// <summary>What came of an operation.</summary>
public sealed class GraphAnswer
{
    internal const string RetryAfterKey = "retryAfter";

    private readonly ExecutionResult result;
    private readonly IGraphQLSerializer serializer;

    internal GraphAnswer(ExecutionResult result, IGraphQLSerializer serializer)
    {
        (this.result, this.serializer) = (result, serializer);
    }

    /// <summary>Whether resolvers ran; false when the request was refused as a whole.</summary>
    public bool Executed => result.Executed;

    /// <summary>Codes of the top-level errors; empty when there are none.</summary>
    public IReadOnlyList<string> ErrorCodes => result.Errors?.Select(ErrorTexts.CodeOf).ToList() ?? [];

    /// <summary>What the operation was reckoned to cost, for budgets per account or address; 0 when it was refused before.</summary>
    public long Cost { get; internal init; }

    /// <summary>Whether the request was refused because only queries were allowed.</summary>
    internal bool IsWrongMethod { get; init; }

    /// <summary>In how many seconds it may be tried again; null where that is no matter of time.</summary>
    internal int? RetryAfter => result.Errors?.Select(error => error.Extensions?.GetValueOrDefault(RetryAfterKey)).OfType<int?>().FirstOrDefault();

    /// <summary>Whether the sign-in behind an open connection has ended: nothing more will come.</summary>
    internal bool IsSessionOver { get; init; }

    /// <summary>Writes the whole answer as JSON.</summary>
    public Task WriteAsync(Stream stream, CancellationToken cancel) => serializer.WriteAsync(stream, result, cancel);

    /// <summary>The whole answer as JSON.</summary>
    public async Task<JsonDocument> ToJsonAsync(CancellationToken cancel)
    {
        using var buffer = new MemoryStream();
        await WriteAsync(buffer, cancel);
        return JsonDocument.Parse(buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
    }

    /// <summary>The data as a C# record with the names of the document's selection.</summary>
    /// <exception cref="GraphFailedException">There are top-level errors.</exception>
    public async Task<T> DataAsync<T>(CancellationToken cancel)
    {
        if (ErrorCodes is { Count: > 0 } codes)
        {
            throw new GraphFailedException(codes, result.Errors!.Select(error => error.Message));
        }

        using var json = await ToJsonAsync(cancel);
        return json.RootElement.GetProperty("data").Deserialize<T>(GraphJson.Options)!;
    }
}

/// <summary>A document of our own failed: a permission is missing, or there is a fault.</summary>
/// <param name="codes">Codes of the top-level errors.</param>
/// <param name="messages">Their messages.</param>
public sealed class GraphFailedException(IReadOnlyList<string> codes, IEnumerable<string> messages)
    : Exception($"{string.Join(", ", codes)}: {string.Join(" ", messages)}")
{
    /// <summary>Codes of the top-level errors, of <see cref="ErrorCodes"/>.</summary>
    public IReadOnlyList<string> Codes => codes;
}
