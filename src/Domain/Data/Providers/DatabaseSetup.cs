using HnCe.Domain.Audit;
using HnCe.Domain.Data.Providers.PostgreSql;
using HnCe.Domain.Data.Providers.Sqlite;
using HnCe.Domain.Data.Providers.SqlServer;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace HnCe.Domain.Data.Providers;

/// <summary>The one place where a provider is chosen. Readers get a pooled factory without tracking, use cases a scoped context with audit.</summary>
public static class DatabaseSetup
{
    /// <summary>Registers <see cref="HnCeDbContext"/> for writes, <see cref="IDbContextFactory{TContext}"/> for reads, and <see cref="PrepareDatabase"/>.</summary>
    public static IServiceCollection AddHnCeDatabase(this IServiceCollection services, DatabaseOptions database)
    {
        services.AddLogging();
        services.AddSingleton(database);
        services.AddSingleton<CommitSignal>();
        services.AddScoped<PrepareDatabase>();
        services.AddScoped<Demo.SeedDemoData>();
        return database.Provider switch
        {
            DatabaseProvider.Sqlite => services
                .AddSingleton<DatabaseLock, SqliteLock>()
                .AddContexts<SqliteDbContext>(database, options => new SqliteDbContext(options), options => UseSqlite(options, database.ConnectionString)),
            DatabaseProvider.PostgreSql => services
                .AddSingleton<DatabaseLock, PostgreSqlLock>()
                .AddContexts<PostgreSqlDbContext>(Prepared(database), options => new PostgreSqlDbContext(options), options => options.UseNpgsql(database.ConnectionString)),
            DatabaseProvider.SqlServer => services
                .AddSingleton<DatabaseLock, SqlServerLock>()
                .AddContexts<SqlServerDbContext>(database, options => new SqlServerDbContext(options), options => options.UseSqlServer(database.ConnectionString)),
            _ => throw new InvalidOperationException($"Unknown database provider {database.Provider}."),
        };
    }

    private static IServiceCollection AddContexts<TContext>(
        this IServiceCollection services, DatabaseOptions database, Func<DbContextOptions<TContext>, TContext> create, Action<DbContextOptionsBuilder> use)
        where TContext : HnCeDbContext
    {
        services.AddSingleton(provider => new WriterOptions<TContext>(
            Build<TContext>(provider, database, use).AddInterceptors(new AuditInterceptor()).Options));
        services.AddScoped<HnCeDbContext>(provider => create(provider.GetRequiredService<WriterOptions<TContext>>().Options));
        services.AddSingleton<IDbContextFactory<HnCeDbContext>>(provider => new ReaderFactory<TContext>(new(
            Build<TContext>(provider, database, use).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options)));
        return services;
    }

    private static DbContextOptionsBuilder<TContext> Build<TContext>(
        IServiceProvider provider, DatabaseOptions database, Action<DbContextOptionsBuilder> use)
        where TContext : HnCeDbContext
    {
        var builder = new DbContextOptionsBuilder<TContext>();
        use(builder);
        builder.AddInterceptors([.. database.Interceptors, new StatementCounter(), provider.GetRequiredService<CommitSignal>()]);

        // A capped count takes rows without an order on purpose: which ones does not matter.
        builder.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning));
        return provider.GetService<ILoggerFactory>() is { } loggers ? builder.UseLoggerFactory(loggers) : builder;
    }

    // Our statements are few and recur, so each connection keeps them parsed and planned. What the installation says wins,
    // for example 0 behind a pooler that changes connections between transactions.
    private static DatabaseOptions Prepared(DatabaseOptions database)
    {
        var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        if (!settings.ShouldSerialize("Max Auto Prepare"))
        {
            settings.MaxAutoPrepare = 200;
            database.ConnectionString = settings.ToString();
        }

        return database;
    }

    private static void UseSqlite(DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlite(new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true }.ToString())
            .AddInterceptors(new SqlitePragmas());

    private sealed record WriterOptions<TContext>(DbContextOptions<TContext> Options)
        where TContext : HnCeDbContext;

    private sealed class ReaderFactory<TContext>(PooledDbContextFactory<TContext> pool) : IDbContextFactory<HnCeDbContext>
        where TContext : HnCeDbContext
    {
        public HnCeDbContext CreateDbContext() => pool.CreateDbContext();

        public async Task<HnCeDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
            await pool.CreateDbContextAsync(cancellationToken);
    }
}
