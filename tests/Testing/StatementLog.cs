using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HnCe.Testing;

/// <summary>Keeps the text of every SQL statement that goes to the database; transactions are not statements.</summary>
public sealed class StatementLog : DbCommandInterceptor
{
    private readonly ConcurrentQueue<string> _statements = new();

    /// <summary>Every different statement of this test process.</summary>
    public static ConcurrentDictionary<string, byte> EverSeen { get; } = new(StringComparer.Ordinal);

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
        EverSeen.TryAdd(command.CommandText, 0);
        return result;
    }
}
