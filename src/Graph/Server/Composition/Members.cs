using System.Linq.Expressions;
using System.Reflection;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using HnCe.Domain.Data;

namespace HnCe.Graph.Server;

/// <summary>What a member of a view, of a feature class or of an input brings to its field beyond the package's reading of it.</summary>
internal static class Members
{
    private const string MemberKey = "HnCe.Member";
    private const string NeedsKey = "HnCe.Needs";

    /// <summary>The members of the view that a field is computed from.</summary>
    public static IEnumerable<string> SourcesOf(FieldType field) => NeedsOf(field).Append(field.GetMetadata(MemberKey, ""));

    /// <summary>The members that a computed field names as needed.</summary>
    public static IEnumerable<string> NeedsOf(FieldType field) => field.GetMetadata<string[]>(NeedsKey, []);

    public static FieldType? Describe(FieldType? field, MemberInfo member)
    {
        if (field is null)
        {
            return null;
        }

        field.Description ??= Documentation.Of(member);
        field.Metadata[MemberKey] = member.Name;
        if (member.GetCustomAttribute<NeedsAttribute>() is { } needs)
        {
            field.Metadata[NeedsKey] = needs.Members;
        }

        if (member is MethodInfo method && method.GetParameters().Any(parameter => parameter.ParameterType == typeof(PageRequest)))
        {
            PageArguments.AddTo(field);
        }

        return field;
    }

    public static void Describe(QueryArgument argument, ParameterInfo parameter)
    {
        argument.Description ??= Documentation.Of(parameter);
        argument.Parser = Keys.ReaderFor(parameter.ParameterType) ?? argument.Parser;
    }

    /// <summary>Fills the parameters that no client sends: the page wanted and the pruned shape.</summary>
    public static ArgumentInformation Inject(ArgumentInformation argument)
    {
        var type = argument.ParameterInfo.ParameterType;
        if (type == typeof(PageRequest))
        {
            argument.SetDelegate(PageArguments.Read);
        }
        else if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Selected<,>))
        {
            var context = Expression.Parameter(typeof(IResolveFieldContext), "context");
            argument.Expression = Expression.Lambda(Expression.Call(type, nameof(Selected<,>.From), null, context), context);
        }

        return argument;
    }

    /// <summary>The opaque id of a node, and the fields that other features add.</summary>
    public static IEnumerable<FieldType> Added(Type view, Modules modules)
    {
        if (typeof(INode).IsAssignableFrom(view))
        {
            yield return new FieldType
            {
                Name = "id",
                Description = "Opaque global id; the same for the whole life of the object. 标识.",
                Type = typeof(NonNullGraphType<IdScalar>),
                Resolver = view.IsInterface ? null : new FuncFieldResolver<INode, string>(context => GlobalId.Of(context.Source)),
            };
        }

        foreach (var field in modules.FieldsFor(view))
        {
            yield return field;
        }
    }
}
