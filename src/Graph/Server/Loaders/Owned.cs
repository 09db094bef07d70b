using System.Linq.Expressions;

namespace HnCe.Graph.Server;

/// <summary>A view beside the key of the object that it belongs to, for loaders of lists.</summary>
/// <typeparam name="TView">The view.</typeparam>
public sealed class Owned<TView>
{
    /// <summary>Key of the owner.</summary>
    public long Owner { get; init; }

    /// <summary>The view.</summary>
    public TView View { get; init; } = default!;
}

/// <summary>Adds the owner's key to a pruned shape.</summary>
public static class Owned
{
    /// <summary>The shape with the owner's key beside it.</summary>
    public static Expression<Func<TRow, Owned<TView>>> By<TRow, TView>(Expression<Func<TRow, TView>> shape, Expression<Func<TRow, long>> owner)
    {
        var row = shape.Parameters[0];
        return Expression.Lambda<Func<TRow, Owned<TView>>>(
            Expression.MemberInit(
                Expression.New(typeof(Owned<TView>)),
                Expression.Bind(typeof(Owned<TView>).GetProperty(nameof(Owned<>.Owner))!, new Swap(owner.Parameters[0], row).Visit(owner.Body)),
                Expression.Bind(typeof(Owned<TView>).GetProperty(nameof(Owned<>.View))!, shape.Body)),
            row);
    }

    private sealed class Swap(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
