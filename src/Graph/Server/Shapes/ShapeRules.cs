using System.Linq.Expressions;
using System.Reflection;
using GraphQL.Types;

namespace HnCe.Graph.Server;

/// <summary>What must hold for every shape, or the program does not start: a member that no shape fills would read as empty.</summary>
internal static class ShapeRules
{
    public static void Check(ISchema schema, Modules modules)
    {
        foreach (var view in modules.Types.Where(type => type is { IsClass: true, ContainsGenericParameters: false }))
        {
            foreach (var shape in ShapesOf(view))
            {
                Check(view, shape, schema.AllTypes[ViewNames.Of(view)] as IObjectGraphType);
            }
        }
    }

    private static IEnumerable<LambdaExpression> ShapesOf(Type view) => view
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => typeof(LambdaExpression).IsAssignableFrom(field.FieldType))
        .Select(field => (LambdaExpression)field.GetValue(null)!)
        .Where(shape => shape.ReturnType == view);

    internal static void Check(Type view, LambdaExpression shape, IObjectGraphType? type)
    {
        if (shape.Body is not MemberInitExpression init || init.Bindings.Any(binding => binding is not MemberAssignment))
        {
            throw new InvalidOperationException($"{view.Name}.Shape is more than new() {{ Member = … }}.");
        }

        var bound = init.Bindings.Select(binding => binding.Member.Name).ToHashSet();
        var wanted = view.GetProperties().Where(property => property.CanWrite).Select(property => property.Name)
            .Concat(type?.Fields.SelectMany(Members.NeedsOf) ?? []);
        if (wanted.FirstOrDefault(member => !bound.Contains(member)) is { } missing)
        {
            throw new InvalidOperationException($"{view.Name}.{missing} is filled by no binding of {view.Name}.Shape.");
        }
    }
}
