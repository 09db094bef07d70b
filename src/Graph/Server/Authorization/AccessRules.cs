using System.Reflection;
using GraphQL.Types;

namespace HnCe.Graph.Server;

/// <summary>What must hold for the access of every field, or the program does not start.</summary>
internal static class AccessRules
{
    /// <summary>Root fields: each declares who may.</summary>
    public static FieldType Checked(FieldType field, Type module) => FieldAccess.Of(field) is not null
        ? field
        : throw new InvalidOperationException($"{module.Name}.{field.Name} declares no access: add [Requires(Permission…)] or [OpenToAll].");

    /// <summary>Node loaders: each declares who may fetch.</summary>
    public static FieldAccess Of(Type loader) => loader.GetCustomAttribute<RequiresAttribute>()?.Access
        ?? throw new InvalidOperationException($"{loader.Name} declares no access: add [Requires(Permission…)].");

    /// <summary>Fields of views: a guarded one is nullable, and guarded on every type that an interface promises it for.</summary>
    public static void Check(ISchema schema)
    {
        foreach (var type in schema.AllTypes.OfType<IObjectGraphType>().Where(type => type != schema.Query && type != schema.Mutation && type != schema.Subscription))
        {
            foreach (var field in type.Fields.Where(field => FieldAccess.Of(field) is not null && field.ResolvedType is NonNullGraphType))
            {
                throw new InvalidOperationException($"{type.Name}.{field.Name} is guarded and must be nullable, or a refusal takes the whole object away.");
            }

            foreach (var promised in type.ResolvedInterfaces.SelectMany(view => view.Fields).Where(field => FieldAccess.Of(field) is not null))
            {
                if (type.GetField(promised.Name) is { } field && FieldAccess.Of(field) is null)
                {
                    throw new InvalidOperationException($"{type.Name}.{field.Name} is guarded in an interface but open here: repeat [Requires].");
                }
            }
        }
    }
}
