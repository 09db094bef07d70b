using System.Collections.Concurrent;
using System.Reflection;
using GraphQL;

namespace HnCe.Graph.Server;

/// <summary>The names that views bear in the schema.</summary>
internal static class ViewNames
{
    private static readonly ConcurrentDictionary<Type, string> Names = new();
    private static readonly ConcurrentDictionary<Type, HashSet<string>> Concrete = new();

    /// <summary>The schema name of a view: its [Name], else its class name.</summary>
    public static string Of(Type view) => Names.GetOrAdd(view, type => type.GetCustomAttribute<NameAttribute>()?.Name ?? type.Name);

    /// <summary>The interfaces of the schema that a view belongs to: the C# interfaces that bear a [Name].</summary>
    public static IEnumerable<Type> InterfacesOf(Type view) => view.GetInterfaces().Where(type => type.IsDefined(typeof(NameAttribute)));

    /// <summary>The names of the object types that a view, or any view of an interface, may show up as.</summary>
    public static HashSet<string> ConcreteNamesOf(Type view) => Concrete.GetOrAdd(view, type => type.IsInterface
        ? [.. type.Assembly.GetTypes().Where(candidate => candidate.IsClass && type.IsAssignableFrom(candidate)).Select(Of)]
        : [Of(type)]);
}
