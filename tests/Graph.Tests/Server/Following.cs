using HnCe.Domain.Accounts;
using HnCe.Graph.Server;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HnCe.Graph.Tests.Server;

/// <summary>
/// A subscription at the host of a world. The people of the world write through services of their own, so the host sees a second instance:
/// it learns of what happens by looking, once a second of the world's clock.
/// </summary>
internal sealed class Following : IAsyncDisposable
{
    public const string Declarations = "subscription ($after: String) { declarationChanged(after: $after) { cursor declaration { id status title } } }";

    private readonly World world;
    private readonly IAsyncEnumerator<GraphAnswer> answers;

    private Following(World world, IAsyncEnumerator<GraphAnswer> answers) => (this.world, this.answers) = (world, answers);

    public static async Task<Following> StartAsync(Actor actor, string document = Declarations, object? variables = null)
    {
        var world = actor.World;
        var stamp = await world.ReadAsync(db => db.Accounts.Where(a => a.Id == actor.Caller.AccountId).Select(a => a.SecurityStamp).SingleOrDefaultAsync());
        var callers = world.Services.GetRequiredService<CallerReader>();
        CallerAgain who = async cancel => actor.Caller.AccountId is { } account ? await callers.ReadAsync(account, stamp!, "", cancel) : actor.Caller;
        var server = world.Application.Services.GetRequiredService<GraphServer>();
        var request = GraphRequest.Trusted(document, variables) with { IsTrusted = false };
        return new(world, (await server.OpenAsync(request, who, default)).GetAsyncEnumerator());
    }

    /// <summary>What comes next, however long it takes by the world's clock.</summary>
    public async Task<Reply> NextAsync()
    {
        var next = answers.MoveNextAsync().AsTask();
        while (await Task.WhenAny(next, Task.Delay(50)) != next)
        {
            world.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        return await next ? new(await answers.Current.ToJsonAsync(default)) : throw new InvalidOperationException("The subscription has ended.");
    }

    public async Task EndsAsync() => Xunit.Assert.False(await answers.MoveNextAsync());

    public ValueTask DisposeAsync() => answers.DisposeAsync();
}
