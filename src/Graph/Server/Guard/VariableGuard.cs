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
            Limit(values, limits.Values, "变量值数");
            foreach (var item in ItemsOf(value, limits))
            {
                waiting.Push(item);
            }
        }
    }

    private static IEnumerable<JsonElement> ItemsOf(JsonElement value, DocumentLimits limits)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                Limit(value.GetArrayLength(), limits.Items, "列表项数");
                return value.EnumerateArray();
            case JsonValueKind.Object:
                return value.EnumerateObject().Select(property => property.Value);
            default:
                return [];
        }
    }

    private static void Limit(int count, int limit, string what)
    {
        if (count > limit)
        {
            throw GraphError.TooComplex(what, limit);
        }
    }
}
