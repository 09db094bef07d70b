using System.Collections.Concurrent;
using HnCe.Domain.Access;

namespace HnCe.Graph.Server;

/// <summary>Counts the event streams and sockets that are open on this instance, for each account or program and each address. Source: GRAPH-9.</summary>
internal sealed class OpenConnections(GraphOptions options)
{
    private readonly ConcurrentDictionary<(string Kind, string Whose), int> open = new();

    /// <summary>Counts one of an address; null when it has too many. Disposing gives it back.</summary>
    public IDisposable? OfAddress(string address) => Take(("address", address), options.ConnectionsPerAddress);

    /// <summary>Counts one of an account, or of a program that asks in its own name; null when it has too many. Visitors count by address only.</summary>
    public IDisposable? OfAccount(Caller caller) =>
        caller.Holder is { } holder ? Take(("holder", holder), options.ConnectionsPerAccount) : new Place(() => { });

    private Place? Take((string, string) key, int limit)
    {
        if (open.AddOrUpdate(key, 1, (_, count) => count + 1) <= limit)
        {
            return new(() => Leave(key));
        }

        Leave(key);
        return null;
    }

    private void Leave((string, string) key)
    {
        if (open.AddOrUpdate(key, 0, (_, count) => count - 1) == 0)
        {
            open.TryRemove(new(key, 0));
        }
    }

    private sealed class Place(Action leave) : IDisposable
    {
        private Action? leave = leave;

        public void Dispose() => Interlocked.Exchange(ref leave, null)?.Invoke();
    }
}
