using GraphQL;
using GraphQL.Types;
using HnCe.Domain.Access;

namespace HnCe.Graph.Server;

/// <summary>The schema as people read it: types, fields, arguments, and who may ask each root field.</summary>
/// <param name="Types">All types, the roots first, then by kind and name.</param>
/// <param name="Errors">Codes of top-level errors with what they mean.</param>
public sealed record SchemaDocs(IReadOnlyList<DocType> Types, IReadOnlyList<DocMember> Errors)
{
    private static readonly DocKind[] Order = [DocKind.Query, DocKind.Mutation, DocKind.Object, DocKind.Interface, DocKind.Union, DocKind.Input, DocKind.Enum, DocKind.Scalar];

    /// <summary>Reads a schema.</summary>
    public static SchemaDocs Of(ISchema schema) => new(
        [
            .. schema.AllTypes.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal))
                .Select(type => new DocType(type.Name, KindOf(type, schema), type.Description ?? "", Related(type), [.. Members(type).OrderBy(member => member.Name, StringComparer.Ordinal)]))
                .OrderBy(type => Array.IndexOf(Order, type.Kind)).ThenBy(type => type.Name, StringComparer.Ordinal),
        ],
        [
            .. typeof(ErrorCodes).GetFields()
                .Select(field => new DocMember((string)field.GetRawConstantValue()!, null, Documentation.Of(field) ?? "")),
        ]);

    private static DocKind KindOf(IGraphType type, ISchema schema) => type switch
    {
        _ when type == schema.Query => DocKind.Query,
        _ when type == schema.Mutation => DocKind.Mutation,
        IInputObjectGraphType => DocKind.Input,
        IInterfaceGraphType => DocKind.Interface,
        EnumerationGraphType => DocKind.Enum,
        UnionGraphType => DocKind.Union,
        ScalarGraphType => DocKind.Scalar,
        _ => DocKind.Object,
    };

    private static IReadOnlyList<string> Related(IGraphType type) => type switch
    {
        IObjectGraphType view => [.. view.ResolvedInterfaces.Select(one => one.Name)],
        IAbstractGraphType promise => [.. promise.PossibleTypes.Select(one => one.Name).Order(StringComparer.Ordinal)],
        _ => [],
    };

    private static IEnumerable<DocMember> Members(IGraphType type) => type switch
    {
        EnumerationGraphType values => values.Values.Select(value => new DocMember(value.Name, null, value.Description ?? "", value.DeprecationReason)),
        IComplexGraphType complex => complex.Fields.Select(field => new DocMember(field.Name, field.ResolvedType!.ToString(), field.Description ?? "", field.DeprecationReason)
        {
            Arguments = [.. (field.Arguments ?? []).OrderBy(argument => argument.Name, StringComparer.Ordinal)
                .Select(argument => new DocMember(argument.Name, argument.ResolvedType!.ToString(), argument.Description ?? "", argument.DeprecationReason))],
            Access = FieldAccess.Of(field) is { } access ? DocAccess.Of(access) : null,
        }),
        _ => [],
    };
}

/// <summary>What a type is.</summary>
public enum DocKind
{
    /// <summary>The root of reading.</summary>
    Query,

    /// <summary>The root of writing.</summary>
    Mutation,

    /// <summary>An object.</summary>
    Object,

    /// <summary>An interface of objects.</summary>
    Interface,

    /// <summary>One of several objects.</summary>
    Union,

    /// <summary>An object that clients send.</summary>
    Input,

    /// <summary>A closed list of values.</summary>
    Enum,

    /// <summary>A value.</summary>
    Scalar,
}

/// <summary>A type of the schema.</summary>
/// <param name="Name">Name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Description">Description.</param>
/// <param name="Related">Interfaces of an object, or objects of an interface.</param>
/// <param name="Members">Fields or values, by name.</param>
public sealed record DocType(string Name, DocKind Kind, string Description, IReadOnlyList<string> Related, IReadOnlyList<DocMember> Members);

/// <summary>A field, an argument, a value of an enum or a code.</summary>
/// <param name="Name">Name.</param>
/// <param name="Type">Type, for example <c>[ID!]!</c>; null for values and codes.</param>
/// <param name="Description">Description.</param>
/// <param name="Deprecation">Why and until when it is deprecated.</param>
public sealed record DocMember(string Name, string? Type, string Description, string? Deprecation = null)
{
    /// <summary>Arguments, by name.</summary>
    public IReadOnlyList<DocMember> Arguments { get; init; } = [];

    /// <summary>Who may; null where nothing is asked beyond what the parent asks.</summary>
    public DocAccess? Access { get; init; }

    /// <summary>The type without lists and exclamation marks.</summary>
    public string? TypeName => Type?.Trim('[', ']', '!');
}

/// <summary>Who may resolve a field, in the words of the schema.</summary>
/// <param name="Permissions">Any of these opens it; none when it is open to all.</param>
/// <param name="Roles">User types that hold one of them.</param>
public sealed record DocAccess(IReadOnlyList<string> Permissions, IReadOnlyList<string> Roles)
{
    internal static DocAccess Of(FieldAccess access) => new(
        [.. access.Permissions.Select(permission => $"{permission}".ToConstantCase())],
        [.. Enum.GetValues<UserType>().Where(role => access.Permissions.Any(permission => role.Grants(permission))).Select(role => $"{role}".ToConstantCase())]);
}
