using HnCe.Domain.Data.Providers;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace HnCe.Testing;

/// <summary>
/// A database that others start as a copy of: a file on SQLite, CREATE DATABASE … TEMPLATE on PostgreSQL. Made once for a test run.
/// </summary>
public sealed class DatabaseTemplate
{
    private static readonly Lazy<string> Folder = new(NewFolder);
    private static int _files;

    private readonly DatabaseOptions _source;

    // PostgreSQL copies a template only while nobody else is connected to it, and another copy counts.
    private readonly SemaphoreSlim _oneCopy = new(1);

    private DatabaseTemplate(DatabaseOptions source) => _source = source;

    /// <summary>Freezes a database as it is; its owner has to let go of it afterwards.</summary>
    public static async Task<DatabaseTemplate> FreezeAsync(DatabaseOptions database)
    {
        if (database.Provider is not DatabaseProvider.Sqlite)
        {
            return new(database);
        }

        var file = Path.Combine(Folder.Value, $"{Interlocked.Increment(ref _files)}.db");
        await using var connection = new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"VACUUM INTO '{file}'";
        await command.ExecuteNonQueryAsync();
        return new(new() { Provider = DatabaseProvider.Sqlite, ConnectionString = file });
    }

    /// <summary>A copy; on SQLite in a folder.</summary>
    public async Task<DatabaseOptions> CopyAsync(string folder)
    {
        if (_source.Provider is DatabaseProvider.Sqlite)
        {
            var file = Path.Combine(folder, "hnce.db");
            File.Copy(_source.ConnectionString, file);

            // Spelled as the contexts spell it: else its pool would not be found when it is removed.
            return new() { Provider = DatabaseProvider.Sqlite, ConnectionString = new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true }.ToString() };
        }

        var copy = (await PostgreSqlServer.SharedAsync()).NewDatabase();
        await _oneCopy.WaitAsync();
        try
        {
            // Whoever founded it may have left idle connections in pools of its own.
            await ExecuteAsync(_source, $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{NameOf(_source)}'");
            await ExecuteAsync(_source, $"CREATE DATABASE {NameOf(copy)} TEMPLATE {NameOf(_source)}");
        }
        finally
        {
            _oneCopy.Release();
        }

        return copy;
    }

    /// <summary>Removes a copy; a SQLite file goes with its folder.</summary>
    public static async Task RemoveAsync(DatabaseOptions copy)
    {
        LetGo(copy);
        if (copy.Provider is DatabaseProvider.PostgreSql)
        {
            await ExecuteAsync(copy, $"DROP DATABASE IF EXISTS {NameOf(copy)} WITH (FORCE)");
        }
    }

    private static void LetGo(DatabaseOptions database)
    {
        if (database.Provider is DatabaseProvider.Sqlite)
        {
            using var file = new SqliteConnection(database.ConnectionString);
            SqliteConnection.ClearPool(file);
        }
        else
        {
            using var pooled = new NpgsqlConnection(database.ConnectionString);
            NpgsqlConnection.ClearPool(pooled);
        }
    }

    private static async Task ExecuteAsync(DatabaseOptions of, string sql)
    {
        var server = new NpgsqlConnectionStringBuilder(of.ConnectionString) { Database = "postgres", Pooling = false };
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string NameOf(DatabaseOptions database) => new NpgsqlConnectionStringBuilder(database.ConnectionString).Database!;

    private static string NewFolder()
    {
        var folder = Directory.CreateTempSubdirectory("hnce-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }
}
