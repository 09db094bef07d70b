using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HnCe.Testing;

/// <summary>Does something once, at the moment before a statement goes to the database: a race that always happens.</summary>
/// <param name="part">What the statement contains.</param>
public sealed class BeforeStatement(string part) : DbCommandInterceptor
{
    private Func<Task>? _then;

    /// <summary>What to do before the next such statement.</summary>
    public void Once(Func<Task> then) => _then = then;

    /// <inheritdoc/>
    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await RunAsync(command);
        return result;
    }

    /// <inheritdoc/>
    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await RunAsync(command);
        return result;
    }

    private async Task RunAsync(DbCommand command)
    {
        if (command.CommandText.Contains(part, StringComparison.Ordinal) && Interlocked.Exchange(ref _then, null) is { } then)
        {
            await then();
        }
    }
}
