using System.Text.Json;

namespace HnCe.Graph.Server;

/// <summary>One operation to run.</summary>
/// <param name="Query">The document.</param>
/// <param name="OperationName">Which of its operations; null when it has only one.</param>
/// <param name="Variables">Values of its variables, a JSON object.</param>
public sealed record GraphRequest(string? Query, string? OperationName = null, JsonElement? Variables = null)
{
    /// <summary>
    /// A document of our own, known when the program was built: exempt from the limits for foreign documents and kept
    /// for good once validated. Never set for text that came over the network.
    /// </summary>
    public bool IsTrusted { get; init; }

    /// <summary>Id of a trusted document, which then is the document.</summary>
    public string? DocumentId { get; init; }

    /// <summary>Refuses mutations, as GET must.</summary>
    public bool IsQueryOnly { get; init; }

    /// <summary>A request of our own with variables from an object, for example an anonymous one.</summary>
    public static GraphRequest Trusted(string query, object? variables = null, string? operationName = null) =>
        new(query, operationName, variables is null ? null : JsonSerializer.SerializeToElement(variables, GraphJson.Options)) { IsTrusted = true };
}
