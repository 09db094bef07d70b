using System.Text.Json;

namespace HnCe.Graph.Server;

/// <summary>One message of graphql-transport-ws, read or to be written.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Id">Id of the operation, chosen by the client.</param>
/// <param name="Payload">What it carries.</param>
internal sealed record SocketMessage(string Type, string? Id = null, JsonElement? Payload = null)
{
    private static readonly JsonDocumentOptions Json = new() { MaxDepth = VariableGuard.MaxDepth + 1 };
    private static readonly JsonWriterOptions Plain = new() { Encoder = GraphJson.Options.Encoder };

    /// <summary>Reads a message; null when it is none.</summary>
    public static SocketMessage? Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var message = JsonDocument.Parse(bytes, Json).RootElement;
            return message.ValueKind == JsonValueKind.Object && TextIn(message, "type") is { } type
                ? new(type, TextIn(message, "id"), message.TryGetProperty("payload", out var payload) ? payload : null)
                : null;
        }
        catch (Exception garbage) when (garbage is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A text of its payload; null when there is none.</summary>
    public string? TextOf(string name) => Payload is { ValueKind: JsonValueKind.Object } payload ? TextIn(payload, name) : null;

    public byte[] Write()
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            writer.WriteStartObject();
            writer.WriteString("type", Type);
            if (Id is not null)
            {
                writer.WriteString("id", Id);
            }

            if (Payload is { } payload)
            {
                writer.WritePropertyName("payload");
                payload.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static string? TextIn(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
