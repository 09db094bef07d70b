using System.Linq.Expressions;
using System.Reflection;
using GraphQL;
using GraphQL.Types;

namespace HnCe.Graph.Server;

/// <summary>
/// Cuts a shape down to a selection: keeps the bindings of selected members, of what computed fields need and of [Ignore]
/// members, and puts nested shapes in their place, cut down in turn. The views of a conditional (one case per kind of row)
/// are cut each by the selection on its own type.
/// </summary>
internal sealed class ShapePruner(ISchema schema, Selection selection) : ExpressionVisitor
{
    private Selection current = selection;

    protected override Expression VisitMemberInit(MemberInitExpression node)
    {
        if (schema.AllTypes[ViewNames.Of(node.Type)] is not IObjectGraphType type)
        {
            return base.VisitMemberInit(node);
        }

        var selected = SelectedMembers(type);
        var kept = node.Bindings.Cast<MemberAssignment>()
            .Where(binding => selected.ContainsKey(binding.Member.Name) || binding.Member.IsDefined(typeof(IgnoreAttribute)))
            .Select(binding => binding.Update(Below(selected.GetValueOrDefault(binding.Member.Name), binding.Expression)))
            .ToList();
        return node.Update(node.NewExpression, kept);
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node.Method.DeclaringType != typeof(Shape))
        {
            return base.VisitMethodCall(node);
        }

        var shape = Read(node.Arguments[0]);
        var row = Visit(node.Arguments[1]);
        var inlined = Visit(new Substitution(shape.Parameters[0], row).Visit(shape.Body));
        return node.Method.Name == nameof(Shape.Of)
            ? inlined
            : Expression.Condition(
                Expression.Equal(row, Expression.Constant(null, row.Type)),
                Expression.Constant(null, node.Type),
                inlined,
                node.Type);
    }

    private Dictionary<string, Selection> SelectedMembers(IObjectGraphType type)
    {
        var members = new Dictionary<string, Selection>();
        foreach (var (name, below) in current.FieldsOn(type))
        {
            var sources = type.GetField(name) is { } field ? Members.SourcesOf(field) : [];
            foreach (var member in sources)
            {
                members[member] = members.TryGetValue(member, out var other) ? other.With([below]) : below;
            }
        }

        return members;
    }

    private Expression Below(Selection? below, Expression value)
    {
        if (below is null)
        {
            return Visit(value);
        }

        var outer = current;
        current = below;
        var pruned = Visit(value);
        current = outer;
        return pruned;
    }

    private static LambdaExpression Read(Expression shape) => shape is MemberExpression { Member: FieldInfo { IsStatic: true } field }
        ? (LambdaExpression)field.GetValue(null)!
        : throw new InvalidOperationException($"A nested shape is written View.Shape.Of(row), not {shape}.");

    private sealed class Substitution(ParameterExpression parameter, Expression value) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? value : node;
    }
}
