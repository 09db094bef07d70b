using System.Linq.Expressions;
using GraphQL;
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

/// <summary>Fetches views of one type for node and nodes; derive from <see cref="NodeLoader{TRow, TView}"/>.</summary>
public interface INodeLoader
{
    /// <summary>The nodes that exist within the caller's reach, by key.</summary>
    Task<IReadOnlyDictionary<long, INode>> LoadAsync(IReadOnlyList<long> keys, IResolveFieldContext context);
}

/// <summary>
/// Fetches views of one type by key, pruned to what the document selects. Found and registered by the server; bears
/// [Requires], and without that permission the node reads as not found.
/// </summary>
/// <typeparam name="TRow">The entity.</typeparam>
/// <typeparam name="TView">The view.</typeparam>
public abstract class NodeLoader<TRow, TView> : INodeLoader
    where TView : class, INode
{
    async Task<IReadOnlyDictionary<long, INode>> INodeLoader.LoadAsync(IReadOnlyList<long> keys, IResolveFieldContext context)
    {
        var views = await ReadAsync(keys, Selected<TRow, TView>.From(context).Shape, context.CancellationToken);
        return views.ToDictionary(view => view.Key, INode (view) => view);
    }

    /// <summary>Reads the rows that exist within the caller's reach, in any order.</summary>
    protected abstract Task<IReadOnlyList<TView>> ReadAsync(IReadOnlyList<long> keys, Expression<Func<TRow, TView>> shape, CancellationToken cancel);
}

/// <summary>The types that node finds: by schema name, who may, and with which loader.</summary>
internal sealed class NodeTypes
{
    private readonly Dictionary<string, (FieldAccess Access, Type Loader)> types;

    public NodeTypes(Modules modules) => types = modules.NodeLoaders.ToDictionary(NameOf, loader => (AccessRules.Of(loader), loader));

    /// <summary>Every type with who may fetch it.</summary>
    public IEnumerable<(string Name, FieldAccess Access)> All => types.Select(type => (type.Key, type.Value.Access));

    public INodeLoader? LoaderOf(string type, IResolveFieldContext context) =>
        types.TryGetValue(type, out var found) && found.Access.Allows(Operation.CallerOf(context))
            ? (INodeLoader)context.RequestServices!.GetRequiredService(found.Loader)
            : null;

    private static string NameOf(Type loader)
    {
        for (var type = loader; type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(NodeLoader<,>))
            {
                return ViewNames.Of(type.GetGenericArguments()[1]);
            }
        }

        throw new InvalidOperationException($"{loader.Name} does not derive from NodeLoader<TRow, TView>.");
    }
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
        var nodes = context.RequestServices!.GetRequiredService<NodeTypes>();
        var wanted = ids.Select(id => GlobalId.TryDecode(id, out var type, out var key) ? new NodeKey(type, key) : new NodeKey("", 0)).ToList();
        var found = new Dictionary<NodeKey, INode>();
        foreach (var group in wanted.Distinct().GroupBy(id => id.Type, id => id.Key))
        {
            if (nodes.LoaderOf(group.Key, context) is { } loader)
            {
                foreach (var (key, node) in await loader.LoadAsync([.. group], context))
                {
                    found[new(group.Key, key)] = node;
                }
            }
        }

        return wanted.ConvertAll(INode? (id) => found.GetValueOrDefault(id));
    }

    private readonly record struct NodeKey(string Type, long Key);
}

/// <summary>Makes a text argument or field an <c>ID</c>.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
internal sealed class OpaqueIdAttribute : GraphQLAttribute
{
    public override void Modify(GraphQL.Types.TypeInformation typeInformation) => typeInformation.GraphType = typeof(IdScalar);
}
