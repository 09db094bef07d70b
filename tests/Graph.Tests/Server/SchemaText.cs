using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Visitors;

namespace HnCe.Graph.Tests.Server;

/// <summary>A schema as its text says it, for the rules of one schema and for the difference of two.</summary>
/// <param name="Types">Types and directives by name; the schema itself bears the name <c>schema</c>.</param>
public sealed record SchemaText(IReadOnlyDictionary<string, TypeText> Types)
{
    private const string NoReason = "No longer supported";

    private static readonly SDLPrinter Printer = new();

    public static SchemaText Of(string text) =>
        new(Parser.Parse(text).Definitions.Select(TypeOf).OfType<TypeText>().ToDictionary(type => type.Name));

    /// <summary>The types of a kind.</summary>
    public IEnumerable<TypeText> Those(TypeKind kind) => Types.Values.Where(type => type.Kind == kind);

    private static TypeText? TypeOf(ASTNode node) => node switch
    {
        GraphQLSchemaDefinition schema => new("schema", TypeKind.Schema, Text(schema.Description), [], []),
        GraphQLObjectTypeDefinition type => new(NameOf(type), TypeKind.Object, Text(type.Description), Members(type.Fields?.Items), Names(type.Interfaces?.Items)),
        GraphQLInterfaceTypeDefinition type => new(NameOf(type), TypeKind.Interface, Text(type.Description), Members(type.Fields?.Items), Names(type.Interfaces?.Items)),
        GraphQLInputObjectTypeDefinition type => new(NameOf(type), TypeKind.Input, Text(type.Description), Members(type.Fields?.Items), []),
        GraphQLEnumTypeDefinition type => new(NameOf(type), TypeKind.Enum, Text(type.Description), Members(type.Values?.Items), []),
        GraphQLUnionTypeDefinition type => new(NameOf(type), TypeKind.Union, Text(type.Description), [], Names(type.Types?.Items)),
        GraphQLScalarTypeDefinition type => new(NameOf(type), TypeKind.Scalar, Text(type.Description), [], []),
        GraphQLDirectiveDefinition type => new("@" + NameOf(type), TypeKind.Directive, Text(type.Description), Members(type.Arguments?.Items), []),
        _ => null,
    };

    private static Dictionary<string, MemberText> Members(IEnumerable<ASTNode>? nodes) => (nodes ?? []).Select(MemberOf).ToDictionary(member => member.Name);

    private static MemberText MemberOf(ASTNode node) => node switch
    {
        GraphQLFieldDefinition field => new(NameOf(field), Text(field.Description), Print(field.Type), Members(field.Arguments?.Items), null, Deprecation(field)),
        GraphQLInputValueDefinition value => new(NameOf(value), Text(value.Description), Print(value.Type), [], value.DefaultValue is { } given ? Print(given) : null, Deprecation(value)),
        GraphQLEnumValueDefinition value => new(NameOf(value), Text(value.Description), "", [], null, Deprecation(value)),
        _ => throw new InvalidOperationException($"{node.Kind} is no member of a type."),
    };

    private static string? Deprecation(IHasDirectivesNode node) =>
        node.Directives?.Items.Find(directive => directive.Name.Value == "deprecated") is { } found
            ? found.Arguments?.Items.Select(argument => argument.Value).OfType<GraphQLStringValue>().Select(value => value.Value.ToString()).FirstOrDefault() ?? NoReason
            : null;

    private static HashSet<string> Names(IEnumerable<GraphQLNamedType>? types) => [.. (types ?? []).Select(type => type.Name.StringValue)];

    private static string NameOf(INamedNode node) => node.Name.StringValue;

    private static string? Text(GraphQLDescription? description) => description?.Value.ToString();

    private static string Print(ASTNode node) => Printer.Print(node);
}

/// <summary>What a definition of a schema is.</summary>
public enum TypeKind
{
    Schema,
    Object,
    Interface,
    Input,
    Enum,
    Union,
    Scalar,
    Directive,
}

/// <summary>A type of a schema, or a directive.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Description">Its description.</param>
/// <param name="Members">Fields, values or a directive's arguments by name.</param>
/// <param name="Related">Interfaces that it implements, or members of a union.</param>
public sealed record TypeText(string Name, TypeKind Kind, string? Description, Dictionary<string, MemberText> Members, HashSet<string> Related);

/// <summary>A field, an argument or a value of an enum.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">Its description.</param>
/// <param name="Type">Its type, for example <c>[ID!]!</c>; empty for a value of an enum.</param>
/// <param name="Arguments">Its arguments by name.</param>
/// <param name="Default">Its default as text.</param>
/// <param name="Deprecation">Why it is deprecated; null when it is not.</param>
public sealed record MemberText(string Name, string? Description, string Type, Dictionary<string, MemberText> Arguments, string? Default, string? Deprecation)
{
    /// <summary>Whether null is excluded.</summary>
    public bool IsRequired => Type.EndsWith('!');

    /// <summary>Whether it is a list.</summary>
    public bool IsList => Type.StartsWith('[');

    /// <summary>The type without lists and exclamation marks.</summary>
    public string Named => Type.Trim('[', ']', '!');
}
