using System.Linq.Expressions;
using GraphQL;
using HnCe.Domain.Access;
using Microsoft.Extensions.DependencyInjection;

namespace HnCe.Graph.Server;

/// <summary>An object that can be fetched again by its opaque id.</summary>
[Name("Node")]
public interface INode
{
    /// <summary>Key of the row; the id shows it only sealed in a <see cref="GlobalId"/>.</summary>
    [Ignore]
    long Key { get; }
}

/// <summary>Fetches views of one type for node and nodes. Found and registered by the server.</summary>
public interface INodeLoader
{
    /// <summary>Schema name of the type.</summary>
    string Type { get; }

    /// <summary>What a caller needs; without it the node reads as not found.</summary>
    Permission Permission { get; }

    /// <summary>The nodes that exist within the caller's reach, by key.</summary>
    Task<IReadOnlyDictionary<long, INode>> LoadAsync(IReadOnlyList<long> keys, IResolveFieldContext context);
}

/// <summary>Fetches views of one type by key, pruned to what the document selects.</summary>
/// <typeparam name="TRow">The entity.</typeparam>
/// <typeparam name="TView">The view.</typeparam>
/// <param name="permission">What a caller needs; without it the node reads as not found.</param>
public abstract class NodeLoader<TRow, TView>(Permission permission) : INodeLoader
    where TView : class, INode
{
    /// <inheritdoc/>
    public string Type => ViewNames.Of(typeof(TView));

    /// <inheritdoc/>
    public Permission Permission => permission;

    async Task<IReadOnlyDictionary<long, INode>> INodeLoader.LoadAsync(IReadOnlyList<long> keys, IResolveFieldContext context)
    {
        var views = await ReadAsync(keys, Selected<TRow, TView>.From(context).Shape, context.CancellationToken);
        return views.ToDictionary(view => view.Key, INode (view) => view);
    }

    /// <summary>Reads the rows that exist within the caller's reach, in any order.</summary>
    protected abstract Task<IReadOnlyList<TView>> ReadAsync(IReadOnlyList<long> keys, Expression<Func<TRow, TView>> shape, CancellationToken cancel);
}

/// <summary>The root fields node and nodes.</summary>
[QueryType]
internal static class NodeQueries
{
    private const int MaxIds = 100;

    /// <summary>The object behind an id, or null when it does not exist or lies out of reach. GEN-05.</summary>
    /// <param name="id">Opaque global id.</param>
    /// <param name="context">The field being resolved.</param>
    [OpenToAll]
    public static async Task<INode?> NodeAsync([OpaqueId] string id, IResolveFieldContext context) => (await FindAsync([id], context))[0];

    /// <summary>The objects behind up to 100 ids, in the same order; null for each that does not exist or lies out of reach. GEN-05.</summary>
    /// <param name="ids">Opaque global ids.</param>
    /// <param name="context">The field being resolved.</param>
    [OpenToAll]
    public static Task<IReadOnlyList<INode?>> NodesAsync([OpaqueId] IReadOnlyList<string> ids, IResolveFieldContext context) => ids.Count > MaxIds
        ? throw GraphError.BadInput($"一次最多查询 {MaxIds} 个标识。")
        : FindAsync(ids, context);

    private static async Task<IReadOnlyList<INode?>> FindAsync(IReadOnlyList<string> ids, IResolveFieldContext context)
    {
        var caller = Operation.CallerOf(context);
        var loaders = context.RequestServices!.GetServices<INodeLoader>().Where(loader => caller.Can(loader.Permission)).ToDictionary(loader => loader.Type);
        var wanted = ids.Select(id => GlobalId.TryDecode(id, out var type, out var key) ? (type, key) : default).ToList();
        var found = new Dictionary<(string, long), INode>();
        foreach (var group in wanted.Where(id => id.type is not null && loaders.ContainsKey(id.type)).Distinct().GroupBy(id => id.type))
        {
            foreach (var (key, node) in await loaders[group.Key].LoadAsync([.. group.Select(id => id.key)], context))
            {
                found[(group.Key, key)] = node;
            }
        }

        return [.. wanted.Select(id => found.GetValueOrDefault(id))];
    }
}

/// <summary>Makes a text argument an <c>ID</c>.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class OpaqueIdAttribute : GraphQLAttribute
{
    public override void Modify(GraphQL.Types.TypeInformation typeInformation) => typeInformation.GraphType = typeof(IdScalar);
}
