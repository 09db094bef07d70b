using System.Globalization;

namespace HnCe.Benchmarks;

/// <summary>What the command line says.</summary>
internal sealed record Settings
{
    /// <summary>Sizes, smallest first.</summary>
    public IReadOnlyList<int> People { get; init; } = [10_000, 100_000];

    /// <summary>Measured rounds; one more warms up.</summary>
    public int Rounds { get; init; } = 5;

    /// <summary>Seconds of a burst of reads.</summary>
    public double Seconds { get; init; } = 2;

    /// <summary>Verdicts of a burst of writes.</summary>
    public int Verdicts { get; init; } = 1000;

    /// <summary>Connections of the client.</summary>
    public int Connections { get; init; } = 8;

    /// <summary>Parts to run: compare, depth, batch, plans, once, steps.</summary>
    public IReadOnlyList<string> Parts { get; init; } = ["compare", "depth", "batch", "plans", "once", "steps"];

    /// <summary>Reads <c>--people 10000,100000 --rounds 5 --seconds 2 --verdicts 1000 --only compare,batch</c>.</summary>
    public static Settings Read(string[] args)
    {
        var given = args.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);
        var settings = new Settings();
        return settings with
        {
            People = given.TryGetValue("--people", out var people) ? [.. people.Split(',').Select(word => int.Parse(word, CultureInfo.InvariantCulture))] : settings.People,
            Rounds = given.TryGetValue("--rounds", out var rounds) ? int.Parse(rounds, CultureInfo.InvariantCulture) : settings.Rounds,
            Seconds = given.TryGetValue("--seconds", out var seconds) ? double.Parse(seconds, CultureInfo.InvariantCulture) : settings.Seconds,
            Verdicts = given.TryGetValue("--verdicts", out var verdicts) ? int.Parse(verdicts, CultureInfo.InvariantCulture) : settings.Verdicts,
            Parts = given.TryGetValue("--only", out var parts) ? parts.Split(',') : settings.Parts,
        };
    }
}
