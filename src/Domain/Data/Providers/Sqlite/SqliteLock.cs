using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HnCe.Domain.Data.Providers.Sqlite;

/// <summary>
/// A SQLite file belongs to one running instance: an exclusive lock file beside it is held until the program ends,
/// and the operating system lets go of it even after a crash.
/// </summary>
public sealed class SqliteLock(DatabaseOptions database, ILogger<SqliteLock> log) : DatabaseLock, IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private FileStream? _file;

    /// <inheritdoc/>
    public override async Task<IAsyncDisposable> TakeAsync(HnCeDbContext db, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            if (_file is null)
            {
                _file = Open(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource);
                await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancel);
                await ClearStaleMigrationLockAsync(db, cancel);
            }

            return new Turn(_turn);
        }
        catch
        {
            _turn.Release();
            throw;
        }
    }

    /// <summary>Gives the file free when the program ends.</summary>
    public void Dispose()
    {
        _file?.Dispose();
        _turn.Dispose();
    }

    private static FileStream Open(string database)
    {
        var path = Path.GetFullPath(database);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            return new FileStream($"{path}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException held)
        {
            throw new DatabaseInUseException(
                $"Another instance of HnCe works on {path}. SQLite allows one instance only: stop the other one, or use PostgreSQL or SQL Server.", held);
        }
    }

    // A crash in the middle of a migration leaves EF's own lock row behind, and every later start would wait for it for ever.
    private async Task ClearStaleMigrationLockAsync(HnCeDbContext db, CancellationToken cancel)
    {
        var exists = await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancel);
        if (exists > 0 && await db.Database.ExecuteSqlAsync($"""DELETE FROM "__EFMigrationsLock" """, cancel) > 0)
        {
            log.LogWarning("Removed the lock row of a migration that was interrupted; no other instance holds the database.");
        }
    }

    private sealed class Turn(SemaphoreSlim turn) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            turn.Release();
            return ValueTask.CompletedTask;
        }
    }
}
