namespace HnCe.Domain.Data.Demo;

#pragma warning disable RS0030 // Demo data must be repeatable, and nothing in it is a secret.
/// <summary>Chance that falls the same way each time.</summary>
internal sealed class DemoDice(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>A whole number from the first up to and including the last.</summary>
    public int Number(int first, int last) => _random.Next(first, last + 1);

    /// <summary>True so many times in a hundred.</summary>
    public bool Percent(int chance) => _random.Next(100) < chance;

    /// <summary>One of several.</summary>
    public T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    /// <summary>About so many percent of the things, in their order.</summary>
    public List<T> Some<T>(IEnumerable<T> from, int chance) => [.. from.Where(_ => Percent(chance))];
}
