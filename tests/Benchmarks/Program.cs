using HnCe.Benchmarks;
using HnCe.Domain.Data.Providers;
using HnCe.Testing;
using World = HnCe.Benchmarks.World;

if (args is ["client"])
{
    await Load.RunClientAsync();
    return;
}

var settings = Settings.Read(args);
var report = new Report(settings);
foreach (var people in settings.People)
{
    var postgres = await PostgreSqlServer.SharedAsync();
    var database = postgres.NewDatabase();
    database.ConnectionString += ";Command Timeout=600";
    Console.WriteLine($"{people} people: filling …");
    var world = await World.CreateAsync(database, people);
    report.Database = await world.VersionAsync();
    Console.WriteLine($"{world.Bureaus.Count} cities, {world.Bureaus.Sum(b => b.Waiting.Count)} wait for them");
    await using var server = await Server.StartAsync(world);
    using var client = new Client(world, server.Port);
    var comparison = new Comparison(world, server, client, settings);
    if (settings.Parts.Contains("plans"))
    {
        report.Add(people, await new Plans(world, server.Services).RunAsync());
        report.Add(people, await SqliteAsync(people));
    }

    if (settings.Parts.Contains("steps"))
    {
        report.Add(people, await new Steps(world, server).RunAsync());
    }

    if (settings.Parts.Contains("compare"))
    {
        report.Add(people, await comparison.RunAsync());
    }

    if (settings.Parts.Contains("depth"))
    {
        report.Add(people, await comparison.DepthAsync());
    }

    foreach (var wanted in settings.Parts.Contains("batch") ? new[] { 10_000, 95_000 } : [])
    {
        report.Add(people, await new Batch(world, server, settings).RunAsync(wanted));
    }
}

if (settings.Parts.Contains("once"))
{
    report.Add(Once.Certificate());
    report.Add(await Once.StartUpAsync());
}

await report.WriteAsync();

static async Task<List<PlanFigure>> SqliteAsync(int people)
{
    var folder = Directory.CreateTempSubdirectory("hnce-bench-").FullName;
    try
    {
        var world = await World.CreateAsync(new() { Provider = DatabaseProvider.Sqlite, ConnectionString = $"Data Source={folder}/hnce.db" }, people);
        await using var services = world.Services(new ServiceCollection()).BuildServiceProvider();
        return await new Plans(world, services).RunAsync();
    }
    finally
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
