using System.Collections.Concurrent;
using System.Reflection;
using HnCe.Domain.Data.Providers;
using HnCe.Testing;
using Xunit;
using Xunit.Sdk;

namespace HnCe.Graph.Tests;

/// <summary>Runs a theory on SQLite and on PostgreSQL. Without PostgreSQL it fails with a sentence; it is never skipped.</summary>
public sealed class OnBothDatabasesAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[DatabaseProvider.Sqlite], [DatabaseProvider.PostgreSql]];
}

/// <summary>One world per database for the tests of a class that make their own people and do not look at totals.</summary>
public sealed class Worlds : IAsyncLifetime
{
    private readonly ConcurrentDictionary<DatabaseProvider, Lazy<Task<World>>> _made = new();

    public Task<World> On(DatabaseProvider provider) => _made.GetOrAdd(provider, wanted => new(() => World.CreateAsync(wanted))).Value;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var world in _made.Values)
        {
            await (await world.Value).DisposeAsync();
        }
    }
}
