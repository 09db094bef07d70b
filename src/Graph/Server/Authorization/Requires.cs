using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using HnCe.Domain.Access;

namespace HnCe.Graph.Server;

/// <summary>
/// Says which permission a field asks for; with several, one of them is enough. On a root field or on a view's field;
/// a guarded field of a view is nullable, so that a refusal does not take its object away. On a node loader: who may fetch.
/// </summary>
/// <param name="permissions">The permissions, any of which opens the field.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Class)]
public sealed class RequiresAttribute(params Permission[] permissions) : GraphQLAttribute
{
    internal FieldAccess Access { get; } = new(permissions);

    /// <inheritdoc/>
    public override float Priority => 1000;

    /// <inheritdoc/>
    public override void Modify(FieldType fieldType, bool isInputType)
    {
        Access.WriteTo(fieldType);
        if (fieldType.Resolver is { } resolver)
        {
            fieldType.Resolver = new GuardedResolver(Access, resolver);
        }
    }
}

/// <summary>Opens a root field to everybody, visitors too.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OpenToAllAttribute : GraphQLAttribute
{
    /// <inheritdoc/>
    public override void Modify(FieldType fieldType, bool isInputType) => FieldAccess.Open.WriteTo(fieldType);
}

/// <summary>Who may resolve a field. Readable from the schema, so that tests can print the matrix of roles and fields.</summary>
/// <param name="Permissions">The permissions, any of which opens the field; none for a field that is open to all.</param>
public sealed record FieldAccess(IReadOnlyList<Permission> Permissions)
{
    private const string MetadataKey = "HnCe.Access";

    /// <summary>Everybody may, visitors too.</summary>
    public static readonly FieldAccess Open = new([]);

    /// <summary>What a field declares; null when it declares nothing.</summary>
    public static FieldAccess? Of(FieldType field) => field.GetMetadata<FieldAccess?>(MetadataKey, (FieldAccess?)null);

    /// <summary>Whether a caller may.</summary>
    public bool Allows(Caller caller) => Permissions.Count == 0 || Permissions.Any(caller.Can);

    internal void WriteTo(FieldType field) => field.Metadata[MetadataKey] = this;
}

/// <summary>Asks before it resolves; sits in the field itself, so no cached document, fragment or interface leads around it.</summary>
internal sealed class GuardedResolver(FieldAccess access, IFieldResolver inner) : IFieldResolver
{
    public ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        var caller = Operation.CallerOf(context);
        return access.Allows(caller) ? inner.ResolveAsync(context) : throw (caller.IsSignedIn ? GraphError.Forbidden() : GraphError.Unauthenticated());
    }
}
