using System.Diagnostics;
using System.Globalization;

namespace HnCe.Benchmarks;

/// <summary>What one burst cost.</summary>
/// <param name="Burst">Seen from the client.</param>
/// <param name="ServerMicroseconds">CPU of this process per request.</param>
/// <param name="DatabaseMicroseconds">CPU of the database server per request.</param>
/// <param name="Statements">SQL statements of the engine per request.</param>
internal sealed record Cost(Burst Burst, double ServerMicroseconds, double DatabaseMicroseconds, double Statements)
{
    /// <summary>Requests a second.</summary>
    public double Rate => Burst.Requests / Burst.Seconds;
}

/// <summary>The client process and the clocks around it.</summary>
internal sealed class Client : IDisposable
{
    private readonly Process _process;
    private readonly World _world;
    private readonly int _port;
    private readonly string _file = Path.GetTempFileName();

    /// <summary>Starts the client process for a server.</summary>
    public Client(World world, int port)
    {
        (_world, _port) = (world, port);
        _process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Client).Assembly.Location, "client"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
    }

    /// <summary>Lets the client send for some seconds, or until there is nothing left to send.</summary>
    public async Task<Cost> SendAsync(IReadOnlyList<string> requests, double seconds, bool goRound, int connections)
    {
        await File.WriteAllLinesAsync(_file, requests);
        var (server, database, statements) = (ServerTime(), DatabaseTime(), _world.Log.Count);
        await _process.StandardInput.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{_port}\t{connections}\t{seconds}\t{goRound}\t{_file}"));
        var numbers = (await _process.StandardOutput.ReadLineAsync())!.Split('\t').Select(word => double.Parse(word, CultureInfo.InvariantCulture)).ToArray();
        var burst = new Burst((int)numbers[0], (int)numbers[1], numbers[2], numbers[3], numbers[4]);
        return new(burst, (ServerTime() - server).TotalMicroseconds / burst.Requests, (DatabaseTime() - database).TotalMicroseconds / burst.Requests,
            (double)(_world.Log.Count - statements) / burst.Requests);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
        File.Delete(_file);
    }

    private static TimeSpan ServerTime()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime;
    }

    // The children of the postmaster whose folder our connection names; in hundredths of a second.
    private TimeSpan DatabaseTime()
    {
        var folder = new Npgsql.NpgsqlConnectionStringBuilder(_world.Database.ConnectionString).Host;
        var postmaster = File.ReadLines($"{folder}/data/postmaster.pid").First().Trim();
        var ticks = 0L;
        foreach (var process in Directory.GetDirectories("/proc").Where(path => char.IsAsciiDigit(Path.GetFileName(path)[0])))
        {
            try
            {
                var stat = File.ReadAllText($"{process}/stat");
                var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
                ticks += fields[1] == postmaster ? long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture) : 0;
            }
            catch (IOException)
            {
                // It ended in the meantime.
            }
        }

        return TimeSpan.FromMilliseconds(ticks * 10);
    }
}
