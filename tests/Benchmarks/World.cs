using HnCe.Benchmarks.Data;
using HnCe.Domain;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Certificates;
using HnCe.Domain.Data;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.Notifications;
using HnCe.Domain.Organizations;
using HnCe.Graph.Server;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Benchmarks;

/// <summary>A bureau with what is asked as its administrator.</summary>
/// <param name="Account">Key of the administrator.</param>
/// <param name="Organization">Key of the bureau.</param>
/// <param name="City">Region code of the city.</param>
/// <param name="Waiting">Declarations that wait for it, oldest first.</param>
/// <param name="People">Persons of the city with ten declarations or more.</param>
internal sealed record Bureau(long Account, long Organization, string City, IReadOnlyList<(long Id, DateTime At)> Waiting, IReadOnlyList<long> People);

/// <summary>One filled database of one size and what the measurements ask it for.</summary>
internal sealed class World
{
    private World(DatabaseOptions database, int people, StatementLog log) => (Database, People, Log) = (database, people, log);

    /// <summary>Provider and connection.</summary>
    public DatabaseOptions Database { get; }

    /// <summary>How many professionals.</summary>
    public int People { get; }

    /// <summary>What was sent to the database.</summary>
    public StatementLog Log { get; }

    /// <summary>Bureaus of the cities.</summary>
    public IReadOnlyList<Bureau> Bureaus { get; private set; } = [];

    /// <summary>Callers by account, for variants where the session is known already.</summary>
    public IReadOnlyDictionary<long, Caller> Callers { get; private set; } = new Dictionary<long, Caller>();

    /// <summary>The provincial department: nothing waits for it until a measurement sends something.</summary>
    public Bureau Province { get; private set; } = null!;

    /// <summary>Migrates, seeds and fills a database that does not exist yet, then looks up what to ask.</summary>
    public static async Task<World> CreateAsync(DatabaseOptions database, int people)
    {
        var world = new World(database, people, new StatementLog());
        await using var services = world.Services(new ServiceCollection()).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PrepareDatabase>().RunAsync();
        var db = scope.ServiceProvider.GetRequiredService<HnCeDbContext>();
        await new Filling(db, new Dialect(database.Provider), people).RunAsync();
        database.Interceptors.Add(world.Log);
        await world.LookAsync(db, services.GetRequiredService<CallerReader>());
        return world;
    }

    /// <summary>Everything that the host registers, on this database.</summary>
    public IServiceCollection Services(IServiceCollection services) => services
        .AddSingleton(TimeProvider.System)
        .AddLogging(logging => logging.ClearProviders())
        .AddHnCeDatabase(Database).AddHnCeDomain().AddHnCeGraph(options => (options.CostPerMinute, options.ConnectionsPerAddress) = (0, 10_000))
        .AddSingleton(TestDatabase.Keys).AddSingleton(new PublicAddress()).AddSingleton(new CaptchaOptions()).AddSingleton(new MailOptions());

    /// <summary>Version of the database server.</summary>
    public async Task<string> VersionAsync()
    {
        await using var connection = new Npgsql.NpgsqlConnection(Database.ConnectionString);
        await connection.OpenAsync();
        return $"PostgreSQL {connection.PostgreSqlVersion}";
    }

    private async Task LookAsync(HnCeDbContext db, CallerReader callers)
    {
        var known = new Dictionary<long, Caller>();
        var bureaus = new List<Bureau>();
        foreach (var one in await db.HrBureaus.Where(b => b.Tier != BureauTier.County).OrderBy(b => b.Id).Select(b => new { b.Id, b.CityCode, b.Tier }).ToListAsync())
        {
            var account = await db.Accounts.Where(a => a.OrganizationId == one.Id && a.UserType != UserType.Individual).Select(a => a.Id).SingleAsync();
            var waiting = await db.Declarations.Where(d => d.TargetId == one.Id && d.Status == Domain.Declarations.DeclarationStatus.UnderReview)
                .OrderBy(d => d.ForwardedAt).ThenBy(d => d.Id).Select(d => new { d.Id, At = d.ForwardedAt!.Value }).ToListAsync();
            var people = await db.Professionals.Where(p => p.CityCode == one.CityCode && p.Id % 97 == 1).OrderBy(p => p.Id).Select(p => p.Id).Take(1000).ToListAsync();
            var bureau = new Bureau(account, one.Id, one.CityCode ?? "", [.. waiting.Select(w => (w.Id, w.At))], people);
            known[account] = (await callers.ReadAsync(account, Filling.Stamp, "", default))!;
            if (one.Tier is BureauTier.Province)
            {
                Province = bureau;
            }
            else if (waiting.Count > 60 && people.Count > 0)
            {
                bureaus.Add(bureau);
            }
        }

        (Bureaus, Callers) = (bureaus, known);
    }
}
