using System.Linq.Expressions;

namespace HnCe.Domain.Data;

/// <summary>Looks rows up by key.</summary>
public static class Keys
{
    /// <summary>
    /// The rows whose key is among some. One key is an equality: a list has no known length, so the database would plan each execution anew.
    /// </summary>
    public static IQueryable<T> Among<T>(this IQueryable<T> rows, Expression<Func<T, long>> key, IReadOnlyList<long> wanted)
    {
        var asked = Expression.Constant(new Asked(wanted));
        var test = wanted.Count == 1
            ? Expression.Equal(key.Body, Expression.Property(asked, nameof(Asked.Only)))
            : (Expression)Expression.Call(
                typeof(Enumerable), nameof(Enumerable.Contains), [typeof(long)], Expression.Property(asked, nameof(Asked.All)), key.Body);
        return rows.Where(Expression.Lambda<Func<T, bool>>(test, key.Parameters[0]));
    }

    private sealed record Asked(IReadOnlyList<long> Wanted)
    {
        public long Only => Wanted[0];

        public IEnumerable<long> All => Wanted;
    }
}
