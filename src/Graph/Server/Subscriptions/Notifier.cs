using System.Collections.Concurrent;
using System.Threading.Channels;
using HnCe.Domain.Access;
using HnCe.Domain.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HnCe.Graph.Server;

/// <summary>
/// Looks at the feeds that somebody follows, once for all subscribers of this instance: at each commit of this instance, and every second for those
/// of the others. Source: GRAPH-8.
/// </summary>
internal sealed partial class Notifier(CommitSignal commits, TimeProvider clock, ILogger<Notifier> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Feed, List<Membership>> members = new();
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly SemaphoreSlim joined = new(0);

    /// <summary>Takes a subscriber in; whatever happens from now on reaches him until he leaves.</summary>
    public async Task<Membership> JoinAsync(Feed feed, Caller caller, CancellationToken cancel)
    {
        var member = new Membership(feed, caller, Leave, clock);
        await gate.WaitAsync(cancel);
        try
        {
            var others = members.GetOrAdd(feed, _ => []);
            if (others.Count == 0)
            {
                await feed.StartAsync(cancel);
            }

            others.Add(member);
        }
        finally
        {
            gate.Release();
        }

        joined.Release();
        return member;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await LookAsync(stoppingToken))
                {
                    await WaitAsync(stoppingToken);
                }
                else
                {
                    await joined.WaitAsync(stoppingToken);
                }
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailure(failure);
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
    }

    public override void Dispose()
    {
        gate.Dispose();
        joined.Dispose();
        base.Dispose();
    }

    // False when nobody follows anything.
    private async Task<bool> LookAsync(CancellationToken cancel)
    {
        await gate.WaitAsync(cancel);
        try
        {
            var followed = members.Where(pair => pair.Value.Count > 0).ToList();
            foreach (var (feed, subscribers) in followed)
            {
                IReadOnlyList<Happening> news;
                do
                {
                    news = await feed.LookAsync(cancel);
                    subscribers.ForEach(subscriber => subscriber.Tell(news));
                }
                while (news.Count >= Feed.Most);
            }

            return followed.Count > 0;
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task WaitAsync(CancellationToken stop)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await Task.WhenAny(commits.WaitAsync(either.Token), Task.Delay(Pause, clock, either.Token));
        await either.CancelAsync();
    }

    private async Task Leave(Membership member)
    {
        await gate.WaitAsync();
        try
        {
            members[member.Feed].Remove(member);
        }
        finally
        {
            gate.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking for what happened failed; it is tried again.")]
    private partial void LogFailure(Exception failure);
}

/// <summary>One subscriber of a feed: what concerns him waits here until he takes it.</summary>
internal sealed class Membership(Feed feed, Caller caller, Func<Membership, Task> leave, TimeProvider clock) : IAsyncDisposable
{
    private readonly Channel<Happening> waiting = Channel.CreateBounded<Happening>(Feed.Most);
    private Jurisdiction reach = feed.ReachOf(caller);
    private volatile Func<Happening, bool> concerns = feed.Within(feed.ReachOf(caller));

    public Feed Feed => feed;

    /// <summary>Whether more happened than he took.</summary>
    public bool IsTooSlow { get; private set; }

    /// <summary>Hands over what concerns him; never waits.</summary>
    public void Tell(IReadOnlyList<Happening> news)
    {
        foreach (var happening in news.Where(concerns))
        {
            if (!waiting.Writer.TryWrite(happening))
            {
                IsTooSlow = true;
                waiting.Writer.TryComplete();
            }
        }
    }

    /// <summary>Takes note that his reach may have changed.</summary>
    public void Aim(Caller now)
    {
        if (feed.ReachOf(now) is var wanted && wanted != reach)
        {
            (reach, concerns) = (wanted, feed.Within(wanted));
        }
    }

    /// <summary>What happened next; null when nothing did for a while, or too much.</summary>
    public async Task<Happening?> NextAsync(TimeSpan patience, CancellationToken cancel)
    {
        using var tired = new CancellationTokenSource(patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, tired.Token);
        try
        {
            return await waiting.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return null;
        }
        catch (ChannelClosedException)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync() => await leave(this);
}
