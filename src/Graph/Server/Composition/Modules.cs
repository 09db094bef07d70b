using System.Collections.Concurrent;
using System.Reflection;
using GraphQL;
using GraphQL.Types;

namespace HnCe.Graph.Server;

/// <summary>Marks a static class whose public methods are fields of the root type Query.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class QueryTypeAttribute : Attribute;

/// <summary>Marks a static class whose public methods are fields of the root type Mutation.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MutationTypeAttribute : Attribute;

/// <summary>Marks a static class whose public methods are fields of the root type Subscription; each bears a <see cref="FollowsAttribute{TFeed}"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SubscriptionTypeAttribute : Attribute;

/// <summary>Marks a static class whose public methods are fields of another feature's type.</summary>
/// <typeparam name="TView">The view, or the interface of views, that gets the fields.</typeparam>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ExtendsAttribute<TView> : Attribute, IExtends
    where TView : class
{
    Type IExtends.View => typeof(TView);
}

/// <summary>Fills a parameter with the object whose field is being resolved.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ParentAttribute : GraphQLAttribute
{
    /// <inheritdoc/>
    public override void Modify(ArgumentInformation argumentInformation) =>
        argumentInformation.SetDelegateWithCast(context => context.Source);
}

internal interface IExtends
{
    Type View { get; }
}

/// <summary>The feature classes of the scanned assemblies: what the schema is composed of.</summary>
internal sealed class Modules
{
    private static readonly ConcurrentDictionary<string, Modules> Known = new();

    private readonly ILookup<Type, Type> extensions;
    private readonly Lazy<HnCeSchema> schema;

    private Modules(IEnumerable<Assembly> assemblies)
    {
        var own = typeof(Modules).Assembly.GetTypes().Where(type => type.Namespace == typeof(Modules).Namespace);
        Types = [.. own.Concat(assemblies.SelectMany(assembly => assembly.GetTypes())).Distinct()];
        extensions = Types
            .SelectMany(type => type.GetCustomAttributes().OfType<IExtends>().Select(extends => (extends.View, Module: type)))
            .ToLookup(pair => pair.View, pair => pair.Module);
        schema = new(() => new HnCeSchema(this).Checked());
    }

    /// <summary>The schema that they make, checked.</summary>
    public HnCeSchema Schema => schema.Value;

    public IReadOnlyList<Type> Types { get; }

    public IEnumerable<Type> Queries => Types.Where(type => type.IsDefined(typeof(QueryTypeAttribute)));

    public IEnumerable<Type> Mutations => Types.Where(type => type.IsDefined(typeof(MutationTypeAttribute)));

    public IEnumerable<Type> Subscriptions => Types.Where(type => type.IsDefined(typeof(SubscriptionTypeAttribute)));

    public IEnumerable<Type> NodeLoaders => Types.Where(type => type is { IsClass: true, IsAbstract: false } && typeof(INodeLoader).IsAssignableFrom(type));

    public IEnumerable<Type> BatchLoaders => Types.Where(type => type is { IsClass: true, IsAbstract: false } && typeof(IBatchLoader).IsAssignableFrom(type));

    /// <summary>Those of some assemblies. Composing a schema takes long and nothing in it belongs to a host, so all hosts of a process share it.</summary>
    public static Modules Of(IEnumerable<Assembly> assemblies) =>
        Known.GetOrAdd(string.Join(';', assemblies.Select(assembly => assembly.FullName)), _ => new(assemblies));

    /// <summary>Views behind an interface: nothing else leads to them, so they are registered by name.</summary>
    public IEnumerable<Type> ViewsBehindInterfaces =>
        Types.Where(type => type is { IsClass: true, IsAbstract: false } && ViewNames.InterfacesOf(type).Any());

    /// <summary>The fields that other features add to a view, those of its interfaces included.</summary>
    public IEnumerable<FieldType> FieldsFor(Type view) =>
        ViewNames.InterfacesOf(view).Prepend(view).SelectMany(type => extensions[type]).SelectMany(FieldsOf);

    /// <summary>The fields that a feature class declares.</summary>
    public static IEnumerable<FieldType> FieldsOf(Type module)
    {
        var type = (IObjectGraphType)Activator.CreateInstance(typeof(ModuleType<>).MakeGenericType(module))!;
        return type.Fields;
    }
}
