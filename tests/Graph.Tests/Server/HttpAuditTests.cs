using System.Diagnostics;
using HnCe.Graph.Tests.Server.Sample;
using Xunit;
using Xunit.Abstractions;

namespace HnCe.Graph.Tests.Server;

/// <summary>The npm judge of GraphQL over HTTP. Runs where AUDIT_MODULES names a node_modules folder with graphql-http in it.</summary>
public sealed class HttpAuditTests(ITestOutputHelper output)
{
    [Fact, Trait("Spec", "GRAPH-4")]
    public async Task Audit_OfTheSample_FindsNoError()
    {
        if (Environment.GetEnvironmentVariable("AUDIT_MODULES") is null)
        {
            output.WriteLine("AUDIT_MODULES is not set: the audit was not run.");
            return;
        }

        await using var app = await SampleHost.StartAsync(onPort: true);
        var script = Path.Combine(AppContext.BaseDirectory, "Http", "audit.mjs");
        using var node = Process.Start(new ProcessStartInfo("node", [script, app.Urls.First() + "/graphql"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;

        var report = await node.StandardOutput.ReadToEndAsync() + await node.StandardError.ReadToEndAsync();
        await node.WaitForExitAsync();

        output.WriteLine(report);
        Assert.True(node.ExitCode == 0, report);
    }
}
