using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HnCe.Benchmarks;

/// <summary>Counts the statements that the engine sends and, when asked, keeps them with their parameters for a look at their plans.</summary>
internal sealed class StatementLog : DbCommandInterceptor
{
    private int _count;

    /// <summary>Statements so far; begin and commit are not commands.</summary>
    public int Count => _count;

    /// <summary>Where statements are kept; null when they are only counted.</summary>
    public List<(string Text, DbParameter[] Parameters)>? Kept { get; set; }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => Noted(command, result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => new(Noted(command, result));

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => new(Noted(command, result));

    private InterceptionResult<T> Noted<T>(DbCommand command, InterceptionResult<T> result)
    {
        Interlocked.Increment(ref _count);
        Kept?.Add((command.CommandText, [.. command.Parameters.Cast<DbParameter>()]));
        return result;
    }
}
