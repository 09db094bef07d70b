namespace HnCe.Domain.Access;

/// <summary>What a use case gives back: a value, or the refusals that kept it from happening.</summary>
/// <typeparam name="T">The result of success.</typeparam>
public readonly struct Outcome<T>
{
    private Outcome(T? value, IReadOnlyList<Refusal> refusals)
    {
        Value = value;
        Refusals = refusals;
    }

    /// <summary>The result; default when refused.</summary>
    public T? Value { get; }

    /// <summary>Why nothing happened; empty on success.</summary>
    public IReadOnlyList<Refusal> Refusals { get => field ?? []; }

    /// <summary>Whether the use case did nothing.</summary>
    public bool IsRefused => Refusals.Count > 0;

    /// <summary>Success.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, []);

    /// <summary>One refusal.</summary>
    public static implicit operator Outcome<T>(Refusal refusal) => new(default, [refusal]);

    /// <summary>Several refusals; at least one.</summary>
    public static implicit operator Outcome<T>(List<Refusal> refusals) => new(default, refusals);
}
