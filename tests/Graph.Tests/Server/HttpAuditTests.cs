using HnCe.Graph.Tests.Server.Sample;
using HnCe.Testing;
using Xunit;
using Xunit.Abstractions;

namespace HnCe.Graph.Tests.Server;

/// <summary>The npm judge of GraphQL over HTTP, installed into a folder of its own from the lock file beside it.</summary>
public sealed class HttpAuditTests(ITestOutputHelper output)
{
    private static readonly Lazy<Task<string>> Modules = new(InstallAsync);

    [Fact, Trait("Spec", "GRAPH-4")]
    public async Task Audit_OfTheSample_FindsNoError()
    {
        await using var app = await SampleHost.StartAsync(onPort: true);

        await AuditAsync(app.Urls.First() + "/graphql");
    }

    [Fact, Trait("Spec", "GRAPH-4")]
    public async Task Audit_OfTheProgram_FindsNoError()
    {
        await using var world = await World.CreateAsync();
        await using var program = await HnCeProcess.StartAsync(world);

        await AuditAsync(new Uri(program.Address, "/graphql").ToString());
    }

    private async Task AuditAsync(string address)
    {
        var (code, report) = await NodeProgram.RunAsync(await Modules.Value, "node", [Path.Combine(AppContext.BaseDirectory, "Http", "audit.mjs"), address]);

        output.WriteLine(report);
        Assert.True(code == 0, report);
    }

    private static async Task<string> InstallAsync()
    {
        var folder = Directory.CreateTempSubdirectory("hnce-audit-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        foreach (var file in new[] { "package.json", "package-lock.json" })
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, "Http", file), Path.Combine(folder, file));
        }

        await NodeProgram.InstallAsync(folder);
        return folder;
    }
}
