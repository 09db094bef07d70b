using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using GraphQL;
using GraphQLParser.AST;

namespace HnCe.Graph.Server;

/// <summary>
/// The shape of a view, pruned to what the document selects at the field being resolved. As a parameter of a field it is
/// filled by the server. Two are equal when they read the same, so a batch loader can gather by it.
/// </summary>
/// <typeparam name="TRow">The entity.</typeparam>
/// <typeparam name="TView">The view, or an interface of views.</typeparam>
public sealed class Selected<TRow, TView> : IEquatable<Selected<TRow, TView>>
    where TView : class
{
    // A document in the cache keeps its fields, and with them what was pruned for them: no second bound is needed.
    private static readonly ConditionalWeakTable<GraphQLField, Selected<TRow, TView>> Known = [];
    private static readonly Expression<Func<TRow, TView>> Whole = FindShape();

    private readonly Lazy<string> text;

    private Selected(Expression<Func<TRow, TView>> shape)
    {
        Shape = shape;
        text = new(shape.ToString);
    }

    /// <summary>How the selected part of the view comes from its row.</summary>
    public Expression<Func<TRow, TView>> Shape { get; }

    /// <summary>The shape for the field being resolved, from the cache where no variable decides what is selected.</summary>
    public static Selected<TRow, TView> From(IResolveFieldContext context)
    {
        if (Known.TryGetValue(context.FieldAst, out var known))
        {
            return known;
        }

        var variables = new Conditions(context.Variables);
        var selection = Selection.Below(context.FieldAst, context.Document, context.Schema, variables)
            .DownTo(context.FieldDefinition.ResolvedType!, ViewNames.Of(typeof(TView)));
        var selected = new Selected<TRow, TView>((Expression<Func<TRow, TView>>)new ShapePruner(context.Schema, selection).Visit(Whole));
        if (!variables.WereAsked)
        {
            Known.AddOrUpdate(context.FieldAst, selected);
        }

        return selected;
    }

    /// <inheritdoc/>
    public bool Equals(Selected<TRow, TView>? other) => other is not null && (ReferenceEquals(this, other) || text.Value == other.text.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Selected<TRow, TView>);

    /// <inheritdoc/>
    public override int GetHashCode() => text.Value.GetHashCode(StringComparison.Ordinal);

    private static Expression<Func<TRow, TView>> FindShape() => typeof(TView)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => field.FieldType == typeof(Expression<Func<TRow, TView>>) ? field.GetValue(null) : null)
        .OfType<Expression<Func<TRow, TView>>>()
        .FirstOrDefault() ?? throw new InvalidOperationException($"{typeof(TView).Name} has no static Shape from {typeof(TRow).Name}.");
}
