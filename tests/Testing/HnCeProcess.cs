using System.Diagnostics;

namespace HnCe.Testing;

/// <summary>The program itself as a process of its own on the database of a <see cref="World"/>; it can be killed in the middle of its work.</summary>
public sealed class HnCeProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly Process _process;

    private HnCeProcess(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<HnCeProcess> StartAsync(World world)
    {
        var start = new ProcessStartInfo("dotnet", [FindProgram()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.Combine(Repository.Root, "src", "Pages"),
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = world.PublicAddress?.GetLeftPart(UriPartial.Authority) ?? "http://127.0.0.1:0";
        foreach (var (key, value) in world.Settings())
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var process = Process.Start(start)!;
        var said = new List<string>();
        process.ErrorDataReceived += (_, line) => said.Add(line.Data ?? "");
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            {
                // The rest of the output has to go somewhere, or the pipe fills and the program stops.
                _ = process.StandardOutput.ReadToEndAsync();
                return new(process, new(line[(at + Listening.Length)..]));
            }
        }

        throw new InvalidOperationException($"The program did not start: {string.Join('\n', said)}");
    }

    /// <summary>A client that has signed in as somebody, over HTTP.</summary>
    public async Task<HttpClient> SignInAsync(Actor actor) => (await HttpSession.StartAsync(Address, actor)).Client;

    /// <summary>SIGKILL: nothing is finished, nothing is tidied up.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    // The program of the same build as the test that runs, for example bin/Release/net10.0.
    private static string FindProgram()
    {
        var build = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(Repository.Root, "src", "Pages", "bin", build.Parent!.Name, build.Name, "HnCe.Pages.dll");
    }
}
