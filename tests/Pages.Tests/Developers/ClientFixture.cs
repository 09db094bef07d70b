using HnCe.Testing;
using Xunit;

namespace HnCe.Pages.Tests.Developers;

/// <summary>The npm packages of tests/Clients/product, installed once from their lock file, and Node to run them.</summary>
public sealed class ClientFixture : IAsyncLifetime
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Clients", "product");

    public async Task InitializeAsync()
    {
        var installed = new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json"));
        if (!installed.Exists || installed.LastWriteTimeUtc < File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json")))
        {
            await NodeProgram.InstallAsync(Folder);
        }

        // What the tools generate starts afresh, from the schema as it is committed.
        var generated = Path.Combine(Folder, "__generated__");
        if (Directory.Exists(generated))
        {
            Directory.Delete(generated, recursive: true);
        }

        Directory.CreateDirectory(Path.Combine(generated, "relay"));
        File.Copy(Path.Combine(Repository.Root, "schema.graphql"), Path.Combine(generated, "schema.graphql"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Runs a tool of the packages.</summary>
    public Task<string> ToolAsync(string tool, params string[] arguments) => RunAsync(Path.Combine(Folder, "node_modules", ".bin", tool), arguments);

    /// <summary>Runs a script of the repository.</summary>
    public Task<string> NodeAsync(string script, params string[] arguments) => RunAsync("node", [Path.Combine(Repository.Root, script), .. arguments]);

    /// <summary>Runs a script with settings in its environment.</summary>
    public Task<string> NodeAsync(IReadOnlyDictionary<string, string> environment, string script, params string[] arguments) =>
        RunAsync("node", [Path.Combine(Repository.Root, script), .. arguments], environment);

    /// <summary>What a tool generated.</summary>
    public string Generated(params string[] path) => File.ReadAllText(Path.Combine([Folder, "__generated__", .. path]));

    private static async Task<string> RunAsync(string program, string[] arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var (code, said) = await NodeProgram.RunAsync(Folder, program, arguments, environment);
        return code == 0 ? said : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {code}. {said}");
    }
}
