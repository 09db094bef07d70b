using GraphQL.DataLoader;

namespace HnCe.Graph.Server;

/// <summary>
/// Gathers the keys that the objects of one level ask for and loads them with one call per selection. One instance lives
/// as long as one operation. Derived classes are found and registered by the server. Return the handle from a resolver;
/// awaiting it there would load one key at a time.
/// </summary>
/// <typeparam name="TKey">What is asked with.</typeparam>
/// <typeparam name="TSelection">What is wanted of each, mostly <see cref="Selected{TRow, TView}"/>; asked alike, loaded together.</typeparam>
/// <typeparam name="TValue">What a key is answered with.</typeparam>
public abstract class BatchLoader<TKey, TSelection, TValue> : IBatchLoader
    where TKey : notnull
    where TSelection : notnull
{
    /// <summary>The most keys of one call; more are loaded in several calls, so that IN lists have few sizes.</summary>
    protected const int ChunkSize = 100;

    private static readonly TValue? Empty = EmptyListOrDefault();

    private readonly Lock gate = new();
    private readonly Dictionary<TSelection, Batch> open = [];

    /// <summary>Asks for one key. The answer comes when the server collects the level.</summary>
    public IDataLoaderResult<TValue> Load(TKey key, TSelection selection)
    {
        lock (gate)
        {
            if (!open.TryGetValue(selection, out var batch))
            {
                open[selection] = batch = new Batch(this, selection);
            }

            batch.Keys.Add(key);
            return new Handle(batch, key);
        }
    }

    /// <summary>Answers some keys at once. Keys left out read as null, or as an empty list.</summary>
    /// <param name="keys">Different keys, at most <see cref="ChunkSize"/>.</param>
    /// <param name="selection">What is wanted of each.</param>
    /// <param name="cancel">Ends with the operation.</param>
    protected abstract Task<IReadOnlyDictionary<TKey, TValue>> LoadAsync(IReadOnlyList<TKey> keys, TSelection selection, CancellationToken cancel);

    private static TValue? EmptyListOrDefault() =>
        typeof(TValue) is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
            ? (TValue)(object)Array.CreateInstance(type.GetGenericArguments()[0], 0)
            : default;

    private sealed class Batch(BatchLoader<TKey, TSelection, TValue> loader, TSelection selection)
    {
        private Task<Dictionary<TKey, TValue>>? loading;

        public HashSet<TKey> Keys { get; } = [];

        public Task<Dictionary<TKey, TValue>> LoadAsync(CancellationToken cancel)
        {
            lock (loader.gate)
            {
                if (loading is null)
                {
                    loader.open.Remove(selection);
                    loading = LoadChunksAsync(cancel);
                }

                return loading;
            }
        }

        private async Task<Dictionary<TKey, TValue>> LoadChunksAsync(CancellationToken cancel)
        {
            var values = new Dictionary<TKey, TValue>();
            foreach (var chunk in Keys.Chunk(ChunkSize))
            {
                foreach (var (key, value) in await loader.LoadAsync(chunk, selection, cancel))
                {
                    values[key] = value;
                }
            }

            return values;
        }
    }

    private sealed class Handle(Batch batch, TKey key) : IDataLoaderResult<TValue>
    {
        public async Task<TValue> GetResultAsync(CancellationToken cancellationToken = default) =>
            (await batch.LoadAsync(cancellationToken)).TryGetValue(key, out var value) ? value : Empty!;

        async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) => await GetResultAsync(cancellationToken);
    }
}

/// <summary>Marks the loaders that the server finds and registers, one instance per operation.</summary>
public interface IBatchLoader;

/// <summary>Works on the answer of a loader without breaking its batch.</summary>
public static class BatchResult
{
    /// <summary>What becomes of the answer once it is there.</summary>
    public static IDataLoaderResult<TNext> Then<TValue, TNext>(this IDataLoaderResult<TValue> result, Func<TValue, TNext> next) =>
        new Chained<TValue, TNext>(result, next);

    private sealed class Chained<TValue, TNext>(IDataLoaderResult<TValue> result, Func<TValue, TNext> next) : IDataLoaderResult<TNext>
    {
        public async Task<TNext> GetResultAsync(CancellationToken cancellationToken = default) => next(await result.GetResultAsync(cancellationToken));

        async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) => await GetResultAsync(cancellationToken);
    }
}
