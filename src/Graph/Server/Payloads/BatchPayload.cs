using GraphQL;
using HnCe.Domain.Access;
using HnCe.Domain.Data;

namespace HnCe.Graph.Server;

/// <summary>What every batch answers: how many succeeded, how many were refused, and each refused one with its reason. Source: FWD-04, REV-14.</summary>
public abstract class BatchPayload : Payload
{
    /// <summary>How many were changed; null when the whole request was refused.</summary>
    public int? Succeeded { get; init; }

    /// <summary>Each one that was left as it was, in the order asked for.</summary>
    public IReadOnlyList<RefusedItem> Refused { get; init; } = [];

    /// <summary>The payload of a batch over objects of one type.</summary>
    /// <param name="asked">The ids that were asked for; null where a filter was given instead.</param>
    /// <param name="outcome">What came of it.</param>
    internal static TPayload Of<TView, TPayload>(IReadOnlyList<Key<TView>>? asked, Outcome<BatchOutcome> outcome)
        where TPayload : BatchPayload, new()
        where TView : class => outcome.To(done =>
        {
            GraphTelemetry.Refused(done.Refused.Select(row => row.Refusal.Code));
            return new TPayload
            {
                Succeeded = done.Succeeded,
                Refused = [.. done.Refused.SelectMany(row => Sent(row.Id, asked).Select(id => new RefusedItem(id, row.Refusal.Code, row.Refusal.Message)))],
            };
        });

    // Whatever cannot be read as an id shares the key of no row; each is named as it was sent.
    private static IEnumerable<string> Sent<TView>(long key, IReadOnlyList<Key<TView>>? asked)
        where TView : class
    {
        var id = GlobalId.Encode(ViewNames.Of(typeof(TView)), key);
        return key != 0 || asked is null ? [id] : asked.Where(one => one.Value == 0).Select(one => one.Unreadable ?? id).Distinct();
    }
}

/// <summary>One thing that a batch left as it was, and why. Source: FWD-04.</summary>
[Name("RefusedItem")]
public sealed class RefusedItem(string id, RefusalCode code, string message)
{
    /// <summary>Opaque id, as it was asked for.</summary>
    [OpaqueId]
    public string Id => id;

    /// <summary>Stable code.</summary>
    public RefusalCode Code => code;

    /// <summary>Chinese sentence: why.</summary>
    public string Message => message;
}
