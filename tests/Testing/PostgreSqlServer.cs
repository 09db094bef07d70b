using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using HnCe.Domain.Data.Providers;

namespace HnCe.Testing;

/// <summary>
/// A private PostgreSQL from the machine's own binaries: started once for a test run, with a folder and a port of its own, gone afterwards.
/// The server refuses to run as root, hence the detour over the user postgres.
/// </summary>
public sealed class PostgreSqlServer : IAsyncDisposable
{
    private static readonly Lazy<Task<PostgreSqlServer>> Running = new(StartAsync);

    private readonly string _folder;
    private readonly string _binaries;
    private readonly int _port;
    private int _databases;

    private PostgreSqlServer(string folder, string binaries, int port) => (_folder, _binaries, _port) = (folder, binaries, port);

    /// <summary>The server of this test run; started when first asked for and stopped when the process ends.</summary>
    public static Task<PostgreSqlServer> SharedAsync() => Running.Value;

    /// <summary>Connection to a database of its own that does not exist yet.</summary>
    public DatabaseOptions NewDatabase() => new()
    {
        Provider = DatabaseProvider.PostgreSql,
        ConnectionString = $"Host={_folder};Port={_port};Username=postgres;Database=hnce_{Interlocked.Increment(ref _databases)};Maximum Pool Size=20",
    };

    /// <summary>Stops the server and removes its folder.</summary>
    public async ValueTask DisposeAsync()
    {
        await RunAsync("pg_ctl", "-D", $"{_folder}/data", "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<PostgreSqlServer> StartAsync()
    {
        var server = new PostgreSqlServer(Directory.CreateTempSubdirectory("hnce-pg-").FullName, FindBinaries(), FreePort());
        if (IsRoot)
        {
            await ExecuteAsync("chown", ["postgres", server._folder]);
        }

        await server.RunAsync("initdb", "-D", $"{server._folder}/data", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "--no-sync");
        await server.RunAsync("pg_ctl", "-D", $"{server._folder}/data", "-l", $"{server._folder}/log", "-w", "-o",
            $"-k {server._folder} -p {server._port} -c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200", "start");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return server;
    }

    private static bool IsRoot => Environment.UserName == "root";

    private static string FindBinaries() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Order().Select(version => Path.Combine(version, "bin")).Last(bin => File.Exists(Path.Combine(bin, "initdb")))
            : throw new InvalidOperationException("PostgreSQL is not installed: run tests/run.sh, which installs it, or `apt-get install postgresql`.");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Task RunAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(_binaries, program);
        return IsRoot ? ExecuteAsync("runuser", ["-u", "postgres", "--", path, .. arguments]) : ExecuteAsync(path, arguments);
    }

    private static async Task ExecuteAsync(string program, string[] arguments)
    {
        // Output goes nowhere: the server inherits the pipe and would keep it open.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", program, .. arguments]) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}
