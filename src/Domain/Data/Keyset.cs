using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Data;

/// <summary>
/// The order of a list, and how to continue it from any row: by key, then id. A page deep inside costs what the first one costs.
/// </summary>
/// <typeparam name="TRow">Entity.</typeparam>
/// <typeparam name="TKey">Sort key: DateTime, int or long.</typeparam>
/// <param name="Name">Name of list and order; cursors carry it and are refused elsewhere.</param>
/// <param name="Key">Sort key.</param>
/// <param name="Id">Key of the row, which makes the order total.</param>
/// <param name="Descending">Newest first.</param>
public sealed record Keyset<TRow, TKey>(string Name, Expression<Func<TRow, TKey>> Key, Expression<Func<TRow, long>> Id, bool Descending = true)
    where TRow : class
    where TKey : struct, IComparable<TKey>
{
    // A parameterised LIMIT makes PostgreSQL plan each execution anew, so a few constant sizes stand for all.
    private static readonly int[] FetchSizes = [11, 21, 51, PageRequest.MaxSize + 1];

    /// <summary>Reads one page in the given shape.</summary>
    /// <exception cref="BadCursorException">The cursor is garbage or of another list.</exception>
    public async Task<Page<TView>> ReadAsync<TView>(
        IQueryable<TRow> rows, PageRequest page, Expression<Func<TRow, TView>> shape, CancellationToken cancel)
    {
        int? total = page.WithTotal ? await TakeConstant(rows, Page<TView>.CountCap + 1).CountAsync(cancel) : null;
        var descending = Descending != page.Backward;
        var from = page.Cursor is null ? rows : rows.Where(Behind(Decode(page.Cursor), descending));
        var ordered = descending ? from.OrderByDescending(Key).ThenByDescending(Id) : from.OrderBy(Key).ThenBy(Id);
        var found = await TakeConstant(ordered.Select(WithKeys(shape)), FetchSizes.First(size => size > page.Size)).ToListAsync(cancel);
        var more = found.Count > page.Size;
        var taken = found.Take(page.Size);
        var inOrder = page.Backward ? taken.Reverse() : taken;
        return new(
            [.. inOrder.Select(row => new PageRow<TView>(Encode(row.Key, row.Id), row.View))],
            HasNext: page.Backward ? page.Cursor is not null : more,
            HasPrevious: page.Backward ? more : page.Cursor is not null,
            total);
    }

    private static IQueryable<T> TakeConstant<T>(IQueryable<T> rows, int size) => rows.Provider.CreateQuery<T>(Expression.Call(
        typeof(Queryable), nameof(Queryable.Take), [typeof(T)], rows.Expression,
        Expression.Call(typeof(EF), nameof(EF.Constant), [typeof(int)], Expression.Constant(size))));

    // a <= x AND (a < x OR (a = x AND b < y)): the first bound is redundant, but without it no database seeks.
    private Expression<Func<TRow, bool>> Behind(Position position, bool descending)
    {
        var row = Key.Parameters[0];
        var (key, id) = (Key.Body, new Swap(Id.Parameters[0], row).Visit(Id.Body));
        var (keyBound, idBound) = (Expression.Property(Expression.Constant(position), nameof(Position.Key)), Expression.Property(Expression.Constant(position), nameof(Position.Id)));
        var (strict, loose) = descending ? (ExpressionType.LessThan, ExpressionType.LessThanOrEqual) : (ExpressionType.GreaterThan, ExpressionType.GreaterThanOrEqual);
        return Expression.Lambda<Func<TRow, bool>>(
            Expression.AndAlso(
                Expression.MakeBinary(loose, key, keyBound),
                Expression.OrElse(
                    Expression.MakeBinary(strict, key, keyBound),
                    Expression.AndAlso(Expression.Equal(key, keyBound), Expression.MakeBinary(strict, id, idBound)))),
            row);
    }

    private Expression<Func<TRow, Keyed<TView>>> WithKeys<TView>(Expression<Func<TRow, TView>> shape)
    {
        var row = Key.Parameters[0];
        return Expression.Lambda<Func<TRow, Keyed<TView>>>(
            Expression.MemberInit(
                Expression.New(typeof(Keyed<TView>)),
                Expression.Bind(typeof(Keyed<TView>).GetProperty(nameof(Keyed<TView>.Key))!, Key.Body),
                Expression.Bind(typeof(Keyed<TView>).GetProperty(nameof(Keyed<TView>.Id))!, new Swap(Id.Parameters[0], row).Visit(Id.Body)),
                Expression.Bind(typeof(Keyed<TView>).GetProperty(nameof(Keyed<TView>.View))!, new Swap(shape.Parameters[0], row).Visit(shape.Body))),
            row);
    }

    private string Encode(TKey key, long id) =>
        Cursor.Encode(Name, key is DateTime at ? at.Ticks : Convert.ToInt64(key, CultureInfo.InvariantCulture), id);

    private Position Decode(string cursor)
    {
        var numbers = Cursor.Decode(Name, cursor, 2);
        try
        {
            var key = typeof(TKey) == typeof(DateTime) ? new DateTime(numbers[0], DateTimeKind.Utc) : Convert.ChangeType(numbers[0], typeof(TKey), CultureInfo.InvariantCulture);
            return new((TKey)key, numbers[1]);
        }
        catch (Exception outside) when (outside is OverflowException or ArgumentException)
        {
            throw new BadCursorException();
        }
    }

    private sealed record Position(TKey Key, long Id);

    private sealed class Keyed<TView>
    {
        public TKey Key { get; init; }

        public long Id { get; init; }

        public TView View { get; init; } = default!;
    }

    private sealed class Swap(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}
