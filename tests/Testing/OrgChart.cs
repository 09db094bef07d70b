using System.Collections.Concurrent;
using HnCe.Domain.Access;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.Organizations;

namespace HnCe.Testing;

/// <summary>Organizations and administrators, founded once per database and then copied with it; the keys are the same in every copy.</summary>
internal sealed record OrgChart(IReadOnlyDictionary<string, Organization> Organizations, IReadOnlyList<Post> Posts, DatabaseTemplate Template)
{
    private static readonly ConcurrentDictionary<DatabaseProvider, Lazy<Task<OrgChart>>> Charts = new();

    public static Task<OrgChart> OfAsync(DatabaseProvider provider) => Charts.GetOrAdd(provider, wanted => new(() => FoundAsync(wanted))).Value;

    private static async Task<OrgChart> FoundAsync(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (organizations, posts) = await Founding.RunAsync(database);
        return new(organizations, posts, await DatabaseTemplate.FreezeAsync(database.Options));
    }
}

/// <summary>An administrator: who, as which caller, with which uploaded proof.</summary>
internal sealed record Post(MadeUpPerson Person, Caller Caller, string? OrganizationCode, long FileId);
