using HnCe.Graph.Server;

namespace HnCe.Graph.Tests;

/// <summary>Reads ids that a test knows to be good.</summary>
internal static class GlobalIdOf
{
    public static long Key(string id) => GlobalId.TryDecode(id, out _, out var key) ? key : throw new InvalidOperationException($"{id} is no id.");
}
