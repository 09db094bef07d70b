using System.Text.Json;

namespace HnCe.Graph.Server;

/// <summary>Measures the variables of a foreign request. How deep they lie was checked when the JSON was parsed.</summary>
internal static class VariableGuard
{
    /// <summary>How deep the JSON of a request may lie.</summary>
    public const int MaxDepth = 20;

    public static void Check(JsonElement variables, DocumentLimits limits)
    {
        var waiting = new Stack<JsonElement>([variables]);
        for (var values = 1; waiting.TryPop(out var value); values++)
        {
            if (values > limits.Values)
            {
                throw GraphError.TooComplex("变量值数", limits.Values);
            }

            switch (value.ValueKind)
            {
                case JsonValueKind.Array when value.GetArrayLength() > limits.Items:
                    throw GraphError.TooComplex("列表项数", limits.Items);
                case JsonValueKind.Array:
                    foreach (var item in value.EnumerateArray())
                    {
                        waiting.Push(item);
                    }

                    break;
                case JsonValueKind.Object:
                    foreach (var property in value.EnumerateObject())
                    {
                        waiting.Push(property.Value);
                    }

                    break;
            }
        }
    }
}
