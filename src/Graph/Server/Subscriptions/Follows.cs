using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using HnCe.Domain.Data;
using Microsoft.Extensions.DependencyInjection;

namespace HnCe.Graph.Server;

/// <summary>
/// Says which feed a subscription follows, and adds its argument <c>after</c>. The method takes the <see cref="Happening"/> from the services and
/// answers the payload; null when it is not for this subscriber. It runs anew, in a scope and with a caller of its own, each time something happens.
/// </summary>
/// <typeparam name="TFeed">The feed.</typeparam>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FollowsAttribute<TFeed> : GraphQLAttribute
    where TFeed : Feed
{
    /// <inheritdoc/>
    public override void Modify(FieldType fieldType, bool isInputType)
    {
        (fieldType.Arguments ??= []).Add(new QueryArgument<StringGraphType>
        {
            Name = FollowingResolver.After,
            Description = $"Cursor of the last event that arrived: what happened since comes first, up to {Feed.Most} events; the last ones may come once more. GRAPH-8.",
        });
        var following = new FollowingResolver(typeof(TFeed), fieldType.Resolver!);
        (fieldType.Resolver, fieldType.StreamResolver) = (following, following);
    }
}

/// <summary>One run of a subscription's document: the first one finds out what is followed, each further one tells of something that happened.</summary>
internal sealed class SubscriptionStep(Happening? happening = null)
{
    public Happening? Happening => happening;

    /// <summary>What is followed; set by the first run.</summary>
    public Followed? Followed { get; set; }

    /// <summary>Whether the happening was for this subscriber.</summary>
    public bool IsWanted { get; set; }
}

/// <summary>What a subscription follows.</summary>
/// <param name="Feed">The feed.</param>
/// <param name="After">From where on; null for from now on.</param>
/// <param name="Access">Who may.</param>
internal sealed record Followed(Feed Feed, string? After, FieldAccess Access);

/// <summary>Carries the run into the scope of its operation.</summary>
internal sealed class StepHolder
{
    public SubscriptionStep? Step { get; set; }
}

/// <summary>Resolves the one field of a subscription: without a happening it only notes what is followed.</summary>
internal sealed class FollowingResolver(Type feed, IFieldResolver inner) : IFieldResolver, ISourceStreamResolver
{
    public const string After = "after";

    public async ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        var step = context.RequestServices!.GetRequiredService<StepHolder>().Step ?? throw new InvalidOperationException("A subscription runs step by step.");
        if (step.Happening is null)
        {
            var services = context.RequestServices!;
            step.Followed = new((Feed)services.GetRequiredService(feed), context.GetArgument<string?>(After), FieldAccess.Of(context.FieldDefinition) ?? throw GraphError.Forbidden());
            return null;
        }

        var told = await inner.ResolveAsync(context);
        step.IsWanted = told is not null;
        return told;
    }

    ValueTask<IObservable<object?>> ISourceStreamResolver.ResolveAsync(IResolveFieldContext context) =>
        throw new NotSupportedException("Subscriptions run through GraphServer.OpenAsync, one run for each event.");
}
