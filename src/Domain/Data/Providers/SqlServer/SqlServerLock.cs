using System.Data;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace HnCe.Domain.Data.Providers.SqlServer;

/// <summary>A session-level application lock on a connection of its own; the server lets go of it when the connection breaks.</summary>
public sealed class SqlServerLock(DatabaseOptions database) : DatabaseLock
{
    private const int DatabaseExists = 1801;

    /// <inheritdoc/>
    public override async Task<IAsyncDisposable> TakeAsync(HnCeDbContext db, CancellationToken cancel)
    {
        await CreateDatabaseAsync(db, cancel);
        var connection = new SqlConnection(new SqlConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ToString());
        try
        {
            await connection.OpenAsync(cancel);
            await using var command = new SqlCommand("sp_getapplock", connection) { CommandType = CommandType.StoredProcedure, CommandTimeout = 600 };
            command.Parameters.AddWithValue("@Resource", Name);
            command.Parameters.AddWithValue("@LockMode", "Exclusive");
            command.Parameters.AddWithValue("@LockOwner", "Session");
            var answer = command.Parameters.Add(new SqlParameter { Direction = ParameterDirection.ReturnValue });
            await command.ExecuteNonQueryAsync(cancel);
            return answer.Value is >= 0 ? connection : throw new TimeoutException($"sp_getapplock answered {answer.Value}.");
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    // The lock lives inside a database, so the database comes first; of two instances that create it one is told that it exists.
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
        catch (SqlException raced) when (raced.Number is DatabaseExists)
        {
        }
    }
}
