using System.Linq.Expressions;

namespace HnCe.Graph.Server;

/// <summary>
/// Names the members of a view that a computed field is made from, so that they are read when the field is selected.
/// Plain members only, not views. Members with [Ignore] are always read and need not be named.
/// </summary>
/// <param name="members">Names of members of the same view.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class NeedsAttribute(params string[] members) : Attribute
{
    /// <summary>Names of members of the same view.</summary>
    public string[] Members => members;
}

/// <summary>How one shape is used inside another. These methods are never run: the pruner puts the shape in their place.</summary>
public static class Shape
{
    /// <summary>The shape of a row that is always there.</summary>
    public static TView Of<TRow, TView>(this Expression<Func<TRow, TView>> shape, TRow row) => throw NotPruned(shape, row);

    /// <summary>The shape of a row that may be missing; null then.</summary>
    public static TView? OfOptional<TRow, TView>(this Expression<Func<TRow, TView>> shape, TRow? row)
        where TRow : class
        where TView : class => throw NotPruned(shape, row);

    private static InvalidOperationException NotPruned(LambdaExpression shape, object? row) =>
        new($"The shape {shape.ReturnType.Name} of {row} is used outside a pruned shape: go through Selected<TRow, TView>.Shape.");
}
