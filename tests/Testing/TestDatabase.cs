using HnCe.Domain;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data;
using HnCe.Domain.Data.Demo;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.Data.Tokens;
using HnCe.Domain.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace HnCe.Testing;

/// <summary>A database of its own for one test: migrated and seeded unless asked otherwise, removed afterwards.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly string? _folder;

    private TestDatabase(DatabaseOptions options, TimeProvider clock, string? folder)
    {
        Options = options;
        Clock = clock;
        _folder = folder;
        _services = new ServiceCollection().AddSingleton(clock).AddHnCeDatabase(options).AddHnCeDomain()
            .AddSingleton(Keys).AddScoped(_ => Caller.System)
            .Configure<FileStoreOptions>(files => files.Root = Path.Combine(folder ?? Path.GetTempPath(), "files"))
            .BuildServiceProvider();
    }

    /// <summary>Keys that seal personal data in tests only.</summary>
    public static readonly SecretKeys Keys = new()
    {
        Sealing = { ["1"] = Convert.ToBase64String(new byte[32]) },
        Lookup = Convert.ToBase64String([.. Enumerable.Repeat((byte)7, 32)]),
    };

    /// <summary>A day in spring, when two credit years are open.</summary>
    public static readonly DateTimeOffset Today = new(2026, 3, 18, 2, 0, 0, TimeSpan.Zero);

    /// <summary>Provider and connection.</summary>
    public DatabaseOptions Options { get; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Everything that the domain registers.</summary>
    public IServiceProvider Services => _services;

    /// <summary>Readers.</summary>
    public IDbContextFactory<HnCeDbContext> Readers => _services.GetRequiredService<IDbContextFactory<HnCeDbContext>>();

    /// <summary>An empty database, not migrated.</summary>
    public static async Task<TestDatabase> EmptyAsync(DatabaseProvider provider, TimeProvider? clock = null)
    {
        clock ??= new FakeTimeProvider(Today);
        if (provider is DatabaseProvider.PostgreSql)
        {
            var server = await PostgreSqlServer.SharedAsync();
            return new(server.NewDatabase(), clock, null);
        }

        var folder = Directory.CreateTempSubdirectory("hnce-").FullName;
        return new(new() { Provider = DatabaseProvider.Sqlite, ConnectionString = $"Data Source={folder}/hnce.db" }, clock, folder);
    }

    /// <summary>A database with reference data.</summary>
    public static async Task<TestDatabase> CreateAsync(DatabaseProvider provider = DatabaseProvider.Sqlite, TimeProvider? clock = null)
    {
        var database = await EmptyAsync(provider, clock);
        await database.PrepareAsync();
        return database;
    }

    /// <summary>Migrates and seeds, as the host does at its start.</summary>
    public async Task PrepareAsync()
    {
        await using var scope = _services.CreateAsyncScope();
        var (db, keys) = (scope.ServiceProvider.GetRequiredService<HnCeDbContext>(), scope.ServiceProvider.GetRequiredService<TokenKeys>());
        await scope.ServiceProvider.GetRequiredService<PrepareDatabase>().RunAsync(cancel => keys.RenewAsync(db, force: false, cancel));
    }

    /// <summary>Seeds the demo data, as the host does in Development; answers whether there was none.</summary>
    public async Task<bool> SeedDemoAsync()
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SeedDemoData>().RunAsync(default);
    }

    /// <summary>A second instance on the same database.</summary>
    public TestDatabase SecondInstance() => new(Options, Clock, null);

    /// <summary>Reads something.</summary>
    public async Task<T> ReadAsync<T>(Func<HnCeDbContext, Task<T>> read)
    {
        await using var db = await Readers.CreateDbContextAsync();
        return await read(db);
    }

    /// <summary>Runs something with a unit of work of a caller; by default of the program itself.</summary>
    public async Task<T> WriteAsync<T>(Func<UnitOfWork, Task<T>> write, Caller? caller = null)
    {
        await using var scope = _services.CreateAsyncScope();
        return await write(new(scope.ServiceProvider.GetRequiredService<HnCeDbContext>(), caller ?? Caller.System, Clock));
    }

    /// <summary>Closes and removes it.</summary>
    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_folder is not null)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(_folder, recursive: true);
        }
    }
}
