using System.Globalization;
using HnCe.Domain.Data.Providers;

namespace HnCe.Benchmarks.Data;

/// <summary>The few words that differ between the two databases in the generator's statements.</summary>
internal sealed record Dialect(DatabaseProvider Provider)
{
    private bool IsPostgreSql => Provider is DatabaseProvider.PostgreSql;

    /// <summary>Numbers 1 to count as a table with a column n.</summary>
    public string Numbers(int count) => IsPostgreSql
        ? string.Create(CultureInfo.InvariantCulture, $"(SELECT n::bigint AS n FROM generate_series(1, {count}) AS n)")
        : string.Create(CultureInfo.InvariantCulture, $"(WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < {count}) SELECT n FROM s)");

    /// <summary>A moment so many seconds after the start of 2026, UTC.</summary>
    public string Moment(string seconds) => IsPostgreSql
        ? $"(TIMESTAMPTZ '2026-01-01 00:00:00+00' + ({seconds}) * INTERVAL '1 second')"
        : $"strftime('%Y-%m-%d %H:%M:%S', 1767225600 + ({seconds}), 'unixepoch')";

    /// <summary>Bytes that stand for something sealed.</summary>
    public string Sealed => IsPostgreSql ? "'\\x0102030405060708'::bytea" : "x'0102030405060708'";

    /// <summary>What makes the planner know the tables.</summary>
    public string Analyze => IsPostgreSql ? "VACUUM ANALYZE" : "ANALYZE";
}
