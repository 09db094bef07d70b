using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using HnCe.Testing;
using Xunit;

namespace HnCe.Pages.Tests.Hosting;

/// <summary>Real clients on Node: the programs of <c>tests/Clients/transport</c>, installed once from their lock file into a folder of their own.</summary>
public sealed class NodeFixture : IAsyncLifetime
{
    private string _folder = "";

    public async Task InitializeAsync()
    {
        _folder = Directory.CreateTempSubdirectory("hnce-clients-").FullName;
        string[] folders = [Path.Combine(Repository.Root, "tests", "Clients", "transport"), Path.Combine(Repository.Root, "docs", "clients")];
        foreach (var file in folders.SelectMany(Directory.GetFiles))
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        }

        await NodeProgram.InstallAsync(_folder);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>An address on this machine at which nobody listens yet.</summary>
    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new($"http://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    /// <summary>Starts the host of a world at an address that it knows to be its own.</summary>
    public static Uri Serve(World world, Uri address)
    {
        world.PublicAddress = address;
        world.Application.Listen(address.Port);
        return address;
    }

    /// <summary>Starts one of the programs.</summary>
    public Process Run(string program, params IEnumerable<string> arguments) => NodeProgram.Start(_folder, "node", [program, .. arguments]);

    /// <summary>Starts one of the programs with settings in its environment.</summary>
    public Process Run(string program, IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments) =>
        NodeProgram.Start(_folder, "node", [program, .. arguments], environment);
}
