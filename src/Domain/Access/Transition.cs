namespace HnCe.Domain.Access;

/// <summary>One row of a state machine: where an event may happen (null = something new), where it leads, and the permission it takes. Source: SPEC §18.</summary>
/// <typeparam name="TEvent">Events.</typeparam>
/// <typeparam name="TStatus">States.</typeparam>
/// <param name="Event">The event.</param>
/// <param name="From">States in which it may happen; null stands for something that does not exist yet.</param>
/// <param name="To">State after it; null where it stays as it was.</param>
/// <param name="Permission">Permission that it takes.</param>
/// <param name="Otherwise">Refusal in every other state.</param>
public sealed record Transition<TEvent, TStatus>(TEvent Event, IReadOnlyList<TStatus?> From, TStatus? To, Permission Permission, Refusal Otherwise)
    where TEvent : struct, Enum
    where TStatus : struct, Enum;
