using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace HnCe.Benchmarks;

/// <summary>Gathers what was measured and writes <c>results.md</c> beside the sources, and the plans into the folder of the build.</summary>
internal sealed class Report(Settings settings)
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _plans = new();
    private readonly Dictionary<(string, string), List<(int People, Figure Figure)>> _growth = [];

    /// <summary>Version that the database told.</summary>
    public string Database { get; set; } = "";

    /// <summary>Reads and writes side by side.</summary>
    public void Add(int people, List<Figure> figures)
    {
        Line($"\n## {people:N0} people: beside what one would write by hand\n");
        Line("| operation | variant | requests/s | ÷ raw | server CPU µs | raw ÷ it | database CPU µs | statements | median ms |\n|---|---|---|---|---|---|---|---|---|");
        foreach (var figure in figures)
        {
            var raw = figures.Find(other => other.Operation == figure.Operation)!;
            Line($"| {figure.Operation} | {figure.Variant.Name} | {figure.Rate:0} | {figure.Rate / raw.Rate:0.00} | {figure.Server:0} | {raw.Server / figure.Server:0.00} | {figure.Database:0} | {figure.Statements:0.#} | {figure.Latency / 1000:0.0} |");
            var key = (figure.Operation, figure.Variant.Name);
            _growth.TryAdd(key, []);
            _growth[key].Add((people, figure));
        }
    }

    /// <summary>Where the time goes.</summary>
    public void Add(int people, List<StepFigure> steps)
    {
        Line($"\n## {people:N0} people: where the time goes, one request after the other, without HTTP\n\n| operation | up to | server CPU µs | KB allocated |\n|---|---|---|---|");
        steps.ForEach(step => Line($"| {step.Operation} | {step.Name} | {step.Microseconds:0} | {step.Bytes / 1000:0} |"));
    }

    /// <summary>First and deep page.</summary>
    public void Add(int people, (Figure First, Figure Deep) depth) =>
        Line($"\nDeep page, {people:N0} people: first {depth.First.Latency / 1000:0.00} ms, last but one {depth.Deep.Latency / 1000:0.00} ms; database CPU {depth.First.Database:0} and {depth.Deep.Database:0} µs.");

    /// <summary>Everything that waits.</summary>
    public void Add(int people, BatchFigure? batch)
    {
        if (batch is not null)
        {
            Line($"\nM2, {people:N0} people, {batch.Waiting:N0} passed at once: statements by hand {batch.RawSeconds:0.00} s, the engine {batch.EngineSeconds:0.00} s ({batch.EngineSeconds / batch.RawSeconds:0.00}×) with {batch.Statements} statements.");
        }
    }

    /// <summary>Plans of the lists.</summary>
    public void Add(int people, List<PlanFigure> plans)
    {
        Line($"\n## {people:N0} people: rows that the dearest step of a list's plan touches, {plans[0].Database}\n");
        Line("| who | list | rows | ms |\n|---|---|---|---|");
        foreach (var plan in plans)
        {
            Line($"| {plan.Who} | `{plan.List}` {(plan.Statement == 0 ? "" : $"statement {plan.Statement + 1}")} | {(plan.Touched < 0 ? "sort" : plan.Touched.ToString("0", CultureInfo.InvariantCulture))} | {plan.Milliseconds:0.00} |");
            _plans.AppendLine($"-- {people} {plan.Database} {plan.Who} {plan.List} #{plan.Statement + 1}: {plan.Touched:0} rows, {plan.Milliseconds:0.00} ms\n{plan.Plan}\n{plan.Sql}\n");
        }
    }

    /// <summary>One certificate.</summary>
    public void Add((int Bytes, double Milliseconds) certificate) => Line($"\nCertificate: {certificate.Bytes / 1000.0:0.0} KB, {certificate.Milliseconds:0.0} ms.");

    /// <summary>Cold start.</summary>
    public void Add(double start) => Line($"\nStart to the first answer of the graph (own process, prepared SQLite file): {start:0.0} s.");

    /// <summary>Writes both files.</summary>
    public async Task WriteAsync()
    {
        Growth();
        var head = $"""
            # Results

            Measured by `tests/Benchmarks`; see its README for what each figure means. {Machine()}
            {settings.Rounds} interleaved rounds, medians; bursts of {settings.Seconds:0.#} s, {settings.Connections} connections. Other work shared the machine: differences under a quarter are noise, and
            CPU per request is steadier than requests a second.

            """;
        await File.WriteAllTextAsync(Path.Combine(Folder(), "results.md"), head + _text);
        await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, "plans.txt"), _plans.ToString());
    }

    private void Growth()
    {
        var sizes = settings.People;
        if (sizes.Count < 2 || _growth.Count == 0)
        {
            return;
        }

        Line($"\n## Growth: {sizes[^1]:N0} people to {sizes[0]:N0}\n\n| operation | variant | median latency | database CPU |\n|---|---|---|---|");
        foreach (var ((operation, variant), figures) in _growth)
        {
            var (small, large) = (figures[0].Figure, figures[^1].Figure);
            Line($"| {operation} | {variant} | {large.Latency / small.Latency:0.00}× | {large.Database / small.Database:0.00}× |");
        }
    }

    private string Machine() =>
        $"{Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1_000_000_000} GB, {RuntimeInformation.FrameworkDescription}, {Database}.";

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HnCe.Benchmarks.csproj")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? Environment.CurrentDirectory;
    }

    private void Line(string line)
    {
        Console.WriteLine(line);
        _text.Append(line).Append('\n');
    }
}
