using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using GraphQLParser.AST;

namespace HnCe.Graph.Server;

/// <summary>A document that was parsed, and whether it asks for the schema.</summary>
internal sealed record PreparedDocument(GraphQLDocument Document, bool AsksForSchema);

/// <summary>
/// Documents that passed validation. Our own are kept for good; foreign ones up to a number, the longest unused leave
/// first, so that ever new documents cannot exhaust memory.
/// </summary>
internal sealed class DocumentCache(GraphOptions options)
{
    private readonly ConcurrentDictionary<string, PreparedDocument> trusted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LinkedListNode<(string Hash, PreparedDocument Document)>> foreign = [];
    private readonly LinkedList<(string Hash, PreparedDocument Document)> byUse = [];
    private readonly Lock gate = new();

    public int ForeignCount => foreign.Count;

    public PreparedDocument? Find(GraphRequest request)
    {
        if (request.IsTrusted)
        {
            return trusted.GetValueOrDefault(request.Query!);
        }

        var hash = HashOf(request.Query!);
        lock (gate)
        {
            if (!foreign.TryGetValue(hash, out var node))
            {
                return null;
            }

            byUse.Remove(node);
            byUse.AddFirst(node);
            return node.Value.Document;
        }
    }

    public void Keep(GraphRequest request, PreparedDocument document)
    {
        if (request.IsTrusted)
        {
            trusted.TryAdd(request.Query!, document);
            return;
        }

        var hash = HashOf(request.Query!);
        lock (gate)
        {
            if (foreign.TryAdd(hash, new((hash, document))))
            {
                byUse.AddFirst(foreign[hash]);
            }

            if (foreign.Count > options.CachedDocuments)
            {
                foreign.Remove(byUse.Last!.Value.Hash);
                byUse.RemoveLast();
            }
        }
    }

    private static string HashOf(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
