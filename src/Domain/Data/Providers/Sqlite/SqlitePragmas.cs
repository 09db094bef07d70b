using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HnCe.Domain.Data.Providers.Sqlite;

/// <summary>
/// Sets what SQLite forgets with each connection. Writers then wait for each other inside SQLite instead of failing; with WAL readers
/// never wait. Transactions begin as BEGIN IMMEDIATE, which is the provider's default.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string OnOpen = "PRAGMA busy_timeout = 30000; PRAGMA temp_store = MEMORY;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = OnOpen;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = OnOpen;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
