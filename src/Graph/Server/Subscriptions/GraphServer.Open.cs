using System.Runtime.CompilerServices;
using GraphQL;
using GraphQLParser.AST;
using HnCe.Domain.Access;
using HnCe.Domain.Data;

namespace HnCe.Graph.Server;

/// <content>Operations over connections that stay open.</content>
public sealed partial class GraphServer
{
    /// <summary>How long a subscription goes on without asking who is behind it.</summary>
    public static readonly TimeSpan Recheck = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Starts an operation of any kind for whoever is behind an open connection. A query or mutation answers once. A subscription answers each time
    /// something happens that its subscriber may see, until he leaves or loses the right; when this method returns, nothing is missed any more.
    /// </summary>
    public async Task<IAsyncEnumerable<GraphAnswer>> OpenAsync(GraphRequest request, CallerAgain who, CancellationToken cancel)
    {
        try
        {
            if (await who(cancel) is not { } caller)
            {
                return Once(SessionOver());
            }

            var run = Prepare(request, caller);
            return run.Operation.Operation == OperationType.Subscription
                ? await SubscribeAsync(run, caller, who, cancel)
                : Later(RunAsync(run, caller, cancel));
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            using var measured = GraphTelemetry.Begin();
            return Once(measured.End(Refuse(Told(failure))));
        }
    }

    private async Task<IAsyncEnumerable<GraphAnswer>> SubscribeAsync(PreparedRun run, Caller caller, CallerAgain who, CancellationToken cancel)
    {
        using var measured = Measure(run);
        try
        {
            return await FollowAsync(run, caller, who, measured, cancel);
        }
        catch (ExecutionError error)
        {
            return Once(measured.End(Refuse(error)));
        }
    }

    private async Task<IAsyncEnumerable<GraphAnswer>> FollowAsync(PreparedRun run, Caller caller, CallerAgain who, GraphTelemetry.Measured measured, CancellationToken cancel)
    {
        var cost = Admit(run, caller);
        var first = new SubscriptionStep();
        var result = await ExecuteAsync(run, caller, cancel, first);
        if (!result.Executed || result.Errors is { Count: > 0 } || first.Followed is null)
        {
            return Once(measured.End(Refused(result.Errors is { Count: > 0 } errors ? errors : [GraphError.BadRequest("订阅须选择一个字段。")])));
        }

        Keep(run);
        var (feed, after, _) = first.Followed;
        var member = await notifier.JoinAsync(feed, caller, cancel);
        try
        {
            var missed = after is null ? [] : await feed.MissedAsync(after, feed.ReachOf(caller), cancel);
            run = run with { IsKnown = true, Cost = cost };
            measured.End(Answer(run, result));
            return TellAllAsync(run, first.Followed, member, missed, who, cancel);
        }
        catch
        {
            await member.DisposeAsync();
            throw;
        }
    }

    private async IAsyncEnumerable<GraphAnswer> TellAllAsync(
        PreparedRun run, Followed followed, Membership member, IReadOnlyList<Happening> missed, CallerAgain who, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var leaving = member;
        using var open = GraphTelemetry.Follow(NameOf(run));
        var waiting = new Queue<Happening>(missed);
        var told = missed.Select(happening => (happening.Key, happening.Subject)).ToHashSet();
        while (!cancel.IsCancellationRequested)
        {
            if (!waiting.TryDequeue(out var happening) && (happening = await member.NextAsync(Recheck, cancel)) is not null && told.Remove((happening.Key, happening.Subject)))
            {
                continue;
            }

            var (answer, isLast) = await TellAsync(run, followed, member, happening, who, cancel);
            if (answer is not null)
            {
                yield return answer;
            }

            if (isLast)
            {
                yield break;
            }
        }
    }

    // One turn: who is behind it now, and what happened, if anything.
    private async Task<(GraphAnswer? Answer, bool IsLast)> TellAsync(
        PreparedRun run, Followed followed, Membership member, Happening? happening, CallerAgain who, CancellationToken cancel)
    {
        try
        {
            if (await who(cancel) is not { } caller)
            {
                return (SessionOver(), true);
            }

            if (!followed.Access.Allows(caller))
            {
                return (Refuse(GraphError.Forbidden()), true);
            }

            member.Aim(caller);
            if (happening is null)
            {
                return member.IsTooSlow ? (Refuse(GraphError.TooSlow()), true) : default;
            }

            using var measured = Measure(run);
            var step = new SubscriptionStep(happening);
            var result = await ExecuteAsync(run, caller, cancel, step);
            return step.IsWanted || result.Errors is { Count: > 0 } ? (measured.End(Answer(run, result)), false) : default;
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            return (Refuse(Told(failure)), true);
        }
    }

    private ExecutionError Told(Exception failure) => failure as ExecutionError ?? mask.Mask(failure, "");

    private GraphAnswer SessionOver() => new(new ExecutionResult(GraphError.Unauthenticated()), serializer) { IsSessionOver = true };

    private static async IAsyncEnumerable<GraphAnswer> Later(Task<GraphAnswer> answer)
    {
        yield return await answer;
    }

    private static async IAsyncEnumerable<GraphAnswer> Once(GraphAnswer answer)
    {
        await Task.CompletedTask;
        yield return answer;
    }
}
