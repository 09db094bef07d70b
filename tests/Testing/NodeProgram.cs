using System.Diagnostics;

namespace HnCe.Testing;

/// <summary>Node, npm and what they install, as programs of their own.</summary>
public static class NodeProgram
{
    /// <summary>Installs what the lock file of a folder names.</summary>
    public static async Task InstallAsync(string folder)
    {
        var (code, said) = await RunAsync(folder, "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
        if (code != 0)
        {
            throw new InvalidOperationException($"npm ci in {folder} failed; it needs Node 20 or later and an npm registry. {said}");
        }
    }

    /// <summary>Runs a program to its end; answers with its exit code and all that it said.</summary>
    public static async Task<(int Code, string Said)> RunAsync(
        string folder, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        using var process = Start(folder, program, arguments, environment, readsErrors: true);
        var error = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync() + await error;
        await process.WaitForExitAsync();
        return (process.ExitCode, said);
    }

    /// <summary>Starts a program to talk with.</summary>
    public static Process Start(
        string folder, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, bool readsErrors = false)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = readsErrors,
            WorkingDirectory = folder,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
