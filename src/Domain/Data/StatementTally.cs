namespace HnCe.Domain.Data;

/// <summary>How many SQL statements an operation sends, in whichever of its parallel parts.</summary>
public sealed class StatementTally
{
    private static readonly AsyncLocal<StatementTally?> Current = new();

    private int count;

    private StatementTally()
    {
    }

    /// <summary>Statements so far.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>Begins to count for the current flow and all that it starts.</summary>
    public static StatementTally Begin() => Current.Value = new();

    internal static void Add()
    {
        if (Current.Value is { } tally)
        {
            Interlocked.Increment(ref tally.count);
        }
    }
}
