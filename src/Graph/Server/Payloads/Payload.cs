using HnCe.Domain.Access;

namespace HnCe.Graph.Server;

/// <summary>What every mutation answers: its result, in a derived class, and the refusals that kept it from happening.</summary>
public abstract class Payload
{
    /// <summary>Why nothing happened; empty on success.</summary>
    public IReadOnlyList<UserError> UserErrors { get; init; } = [];
}

/// <summary>A refusal of the business: expected, with a stable code for programs and a Chinese sentence for people.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Message">Chinese sentence: what happened, why, what to do.</param>
/// <param name="Path">The input it is about, for example input.details.issn; null when it is about the whole request.</param>
[GraphQL.Name("UserError")]
public sealed record UserError(RefusalCode Code, string Message, string? Path)
{
    private const string InputPrefix = "input.";

    /// <summary>The refusals of a use case, as seen from its mutation's input argument.</summary>
    internal static IReadOnlyList<UserError> From(IEnumerable<Refusal> refusals) =>
        [.. refusals.Select(refusal => new UserError(refusal.Code, refusal.Message, refusal.Path is { } path ? InputPrefix + path : null))];
}

/// <summary>Makes payloads from outcomes of use cases.</summary>
public static class Payloads
{
    /// <summary>The payload of an outcome: made from its value, or empty with the refusals.</summary>
    public static TPayload To<T, TPayload>(this Outcome<T> outcome, Func<T, TPayload> success)
        where TPayload : Payload, new()
    {
        GraphTelemetry.Refused(outcome.Refusals.Select(refusal => refusal.Code));
        return outcome.IsRefused ? new TPayload { UserErrors = UserError.From(outcome.Refusals) } : success(outcome.Value!);
    }
}
