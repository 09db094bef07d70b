using HnCe.Domain.Access;

namespace HnCe.Graph.Server;

/// <summary>What each account, each program that asks in its own name, or the visitors of each address may spend in a minute on this instance. Source: GRAPH-11, SEC-C1.</summary>
internal sealed class CostBudget(GraphOptions options, TimeProvider clock)
{
    private const int Minute = 60;

    private readonly Lock gate = new();
    private readonly Dictionary<string, long> spent = [];
    private long minute;

    /// <summary>Spends; else answers in how many seconds there is a new budget.</summary>
    public int? Spend(Caller caller, long cost)
    {
        if (options.CostPerMinute <= 0)
        {
            return null;
        }

        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var whose = caller.Holder ?? $"address {caller.Address}";
        lock (gate)
        {
            if (minute != now / Minute)
            {
                minute = now / Minute;
                spent.Clear();
            }

            var sum = spent.GetValueOrDefault(whose) + Math.Max(cost, 1);
            if (sum > options.CostPerMinute)
            {
                return (int)(Minute - (now % Minute));
            }

            spent[whose] = sum;
            return null;
        }
    }
}
