using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace HnCe.Domain.Data.Providers.PostgreSql;

/// <summary>A session-level advisory lock on a connection of its own; the server lets go of it when the connection breaks.</summary>
public sealed class PostgreSqlLock(DatabaseOptions database) : DatabaseLock
{
    /// <inheritdoc/>
    public override async Task<IAsyncDisposable> TakeAsync(HnCeDbContext db, CancellationToken cancel)
    {
        await CreateDatabaseAsync(db, cancel);
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ToString());
        try
        {
            await connection.OpenAsync(cancel);
            await using var command = new NpgsqlCommand($"SELECT pg_advisory_lock(hashtext('{Name}'))", connection) { CommandTimeout = 600 };
            await command.ExecuteNonQueryAsync(cancel);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    // An advisory lock lives inside a database, so the database comes first; of two instances that create it one is told that it exists.
    private static async Task CreateDatabaseAsync(HnCeDbContext db, CancellationToken cancel)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        try
        {
            if (!await creator.ExistsAsync(cancel))
            {
                await creator.CreateAsync(cancel);
            }
        }
        catch (PostgresException raced) when (raced.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
        }
    }
}
