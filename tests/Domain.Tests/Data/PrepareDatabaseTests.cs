using HnCe.Domain.Data.Providers;
using HnCe.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Domain.Tests.Data;

public sealed class PrepareDatabaseTests
{
    [Fact]
    [Trait("Spec", "GEN-08")]
    public async Task Prepare_SecondInstanceOnSqlite_IsRefusedInPlainWords()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var second = database.SecondInstance();

        var refused = await Assert.ThrowsAsync<DatabaseInUseException>(second.PrepareAsync);

        Assert.Contains("SQLite allows one instance only", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Spec", "GEN-08")]
    public async Task Prepare_TwoInstancesAtOnceOnEmptyPostgreSql_BothSucceed()
    {
        await using var first = await TestDatabase.EmptyAsync(DatabaseProvider.PostgreSql);
        await using var second = first.SecondInstance();

        await Task.WhenAll(Task.Run(first.PrepareAsync), Task.Run(second.PrepareAsync));

        Assert.Equal(175, await first.ReadAsync(db => db.HrBureaus.CountAsync()));
    }

    [Fact]
    [Trait("Spec", "GEN-08")]
    public async Task Prepare_AfterACrashInsideAMigration_ClearsTheStaleLock()
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseProvider.Sqlite);
        await using (var connection = new SqliteConnection(database.Options.ConnectionString))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00');
                """;
            await command.ExecuteNonQueryAsync();
        }

        await database.PrepareAsync().WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(175, await database.ReadAsync(db => db.HrBureaus.CountAsync()));
    }

    [Fact]
    [Trait("Spec", "GEN-08")]
    public async Task Sqlite_Connections_UseWalAndForeignKeysAndWaitForEachOther()
    {
        await using var database = await TestDatabase.CreateAsync();

        var settings = await database.ReadAsync(async db => new[]
        {
            (await db.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").ToListAsync())[0],
            (await db.Database.SqlQueryRaw<string>("SELECT foreign_keys AS Value FROM pragma_foreign_keys").ToListAsync())[0],
            (await db.Database.SqlQueryRaw<string>("SELECT timeout AS Value FROM pragma_busy_timeout").ToListAsync())[0],
        });

        Assert.Equal(["wal", "1", "30000"], settings);
    }
}
