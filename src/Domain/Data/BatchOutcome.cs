using HnCe.Domain.Access;

namespace HnCe.Domain.Data;

/// <summary>What became of a batch: how many rows succeeded, and each refused one with its reason. Source: FWD-04, REV-14.</summary>
/// <param name="Succeeded">Rows changed.</param>
/// <param name="Refused">Rows left as they were, in the order they were asked for.</param>
public sealed record BatchOutcome(int Succeeded, IReadOnlyList<RefusedRow> Refused)
{
    /// <summary>Key of the job that does it, where there are too many for a request; nothing is changed yet.</summary>
    public long? JobId { get; init; }

    /// <summary>The most rows that one batch of ids takes.</summary>
    public const int MaxIds = 500;
}

/// <summary>One row that a batch left as it was.</summary>
/// <param name="Id">Key, as it was asked for.</param>
/// <param name="Refusal">Why.</param>
public sealed record RefusedRow(long Id, Refusal Refusal);
