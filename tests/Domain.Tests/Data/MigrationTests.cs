using HnCe.Domain.Data;
using HnCe.Domain.Data.Providers.PostgreSql;
using HnCe.Domain.Data.Providers.Sqlite;
using HnCe.Domain.Data.Providers.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Xunit;

namespace HnCe.Domain.Tests.Data;

/// <summary>SQL Server is generated and parsed, never executed here; the lints name what only its engine would refuse.</summary>
public sealed class MigrationTests
{
    private const int MostKeyBytes = 900;
    private const int MostIndexBytes = 1700;

    public static TheoryData<HnCeDbContext> Contexts => [Sqlite, PostgreSql, SqlServer];

    private static HnCeDbContext Sqlite => new SqliteDesignTimeFactory().CreateDbContext([]);

    private static HnCeDbContext PostgreSql => new PostgreSqlDesignTimeFactory().CreateDbContext([]);

    private static HnCeDbContext SqlServer => new SqlServerDesignTimeFactory().CreateDbContext([]);

    [Theory]
    [MemberData(nameof(Contexts), DisableDiscoveryEnumeration = true)]
    [Trait("Spec", "GEN-08")]
    public void Model_EveryProvider_HasNoChangeWithoutMigration(HnCeDbContext db)
    {
        using (db)
        {
            Assert.False(db.Database.HasPendingModelChanges());
        }
    }

    [Theory]
    [InlineData(MigrationsSqlGenerationOptions.Default)]
    [InlineData(MigrationsSqlGenerationOptions.Idempotent)]
    [Trait("Spec", "GEN-08")]
    public void SqlServerScript_Parses(MigrationsSqlGenerationOptions options)
    {
        using var db = SqlServer;

        var script = db.GetService<IMigrator>().GenerateScript(options: options);

        Assert.Empty(Faults(script));
        Assert.Contains("CREATE TABLE [Declarations]", script, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Spec", "GEN-08")]
    public void SqlServerScript_Broken_IsRefused()
    {
        using var db = SqlServer;
        var script = db.GetService<IMigrator>().GenerateScript().Replace("CREATE TABLE [Declarations] (", "CREATE TABLE [Declarations] ((", StringComparison.Ordinal);

        Assert.NotEmpty(Faults(script));
    }

    [Fact]
    [Trait("Spec", "GEN-08")]
    public void SqlServerModel_Cascades_AreNone()
    {
        using var db = SqlServer;

        Assert.All(ForeignKeys(db), key => Assert.Equal(DeleteBehavior.Restrict, key.DeleteBehavior));
    }

    [Fact]
    [Trait("Spec", "GEN-08")]
    public void SqlServerModel_KeysAndIndexes_FitTheirBytes()
    {
        using var db = SqlServer;
        var tables = db.GetService<IDesignTimeModel>().Model.GetEntityTypes().ToList();

        Assert.All(tables.SelectMany(type => type.GetKeys()), key => Assert.True(Bytes(key.Properties) <= MostKeyBytes, $"{key} has {Bytes(key.Properties)} bytes."));
        Assert.All(tables.SelectMany(type => type.GetIndexes()), index => Assert.True(Bytes(index.Properties) <= MostIndexBytes, $"{index} has {Bytes(index.Properties)} bytes."));
    }

    [Fact]
    [Trait("Spec", "GEN-08")]
    public void SqlServerModel_UniqueIndexOverNullable_LeavesNullsOut()
    {
        using var db = SqlServer;
        var unique = db.GetService<IDesignTimeModel>().Model.GetEntityTypes().SelectMany(type => type.GetIndexes()).Where(index => index.IsUnique);

        Assert.All(unique.Where(index => index.Properties.Any(p => p.IsNullable)), index => Assert.NotNull(index.GetFilter()));
    }

    [Fact]
    [Trait("Spec", "GEN-08")]
    public void SqlServerModel_Decimals_HavePrecision()
    {
        using var db = SqlServer;
        var decimals = db.GetService<IDesignTimeModel>().Model.GetEntityTypes().SelectMany(type => type.GetProperties())
            .Where(p => Nullable.GetUnderlyingType(p.ClrType) == typeof(decimal) || p.ClrType == typeof(decimal));

        Assert.All(decimals, p => Assert.Equal("decimal(7,1)", p.GetColumnType()));
    }

    [Fact]
    [Trait("Spec", "GEN-08")]
    public void Tables_NamesOfTheFramework_AreGone()
    {
        using var db = Sqlite;

        Assert.DoesNotContain(db.Model.GetEntityTypes(), type => type.GetTableName()!.StartsWith("AspNet", StringComparison.Ordinal));
    }

    private static IEnumerable<IReadOnlyForeignKey> ForeignKeys(HnCeDbContext db) =>
        db.GetService<IDesignTimeModel>().Model.GetEntityTypes().SelectMany(type => type.GetForeignKeys()).Where(key => !key.IsOwnership);

    private static int Bytes(IEnumerable<IReadOnlyProperty> properties) => properties.Sum(p => p.GetColumnType() switch
    {
        "bigint" or "datetime2" => 8,
        "int" => 4,
        "date" => 3,
        "bit" => 1,
        "uniqueidentifier" => 16,
        "decimal(7,1)" => 5,
        { } type when type.StartsWith("nvarchar(", StringComparison.Ordinal) && p.GetMaxLength() is { } length and <= 4000 => 2 * length,
        _ => 100_000,
    });

    private static IList<ParseError> Faults(string script)
    {
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(script), out var faults);
        return faults;
    }
}
