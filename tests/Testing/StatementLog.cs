using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HnCe.Testing;

/// <summary>
/// Keeps the text of every SQL statement that goes to the database; transactions are not statements. What windows or counts through
/// a whole table stops at once, in whichever test.
/// </summary>
public sealed class StatementLog : DbCommandInterceptor
{
    private readonly ConcurrentQueue<string> _statements = new();

    /// <summary>Statements since the last <see cref="Clear"/>, in order.</summary>
    public IReadOnlyList<string> Statements => [.. _statements];

    /// <summary>Forgets.</summary>
    public void Clear() => _statements.Clear();

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => new(Keep(command, result));

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => new(Keep(command, result));

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) => new(Keep(command, result));

    private T Keep<T>(DbCommand command, T result)
    {
        _statements.Enqueue(command.CommandText);
        foreach (var slow in new[] { "ROW_NUMBER", "OFFSET" })
        {
            if (command.CommandText.Contains(slow, StringComparison.OrdinalIgnoreCase))
            {
                throw new InvalidOperationException($"{slow} reads the whole table: {command.CommandText}");
            }
        }

        return result;
    }
}
