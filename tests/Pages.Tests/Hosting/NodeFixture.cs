using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization;
using HnCe.Testing;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HnCe.Pages.Tests.Hosting;

/// <summary>Real clients on Node: the programs of <c>tests/Clients/transport</c>, installed once from their lock file into a folder of their own.</summary>
public sealed class NodeFixture : IAsyncLifetime
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) } };

    private string _folder = "";

    public async Task InitializeAsync()
    {
        _folder = Directory.CreateTempSubdirectory("hnce-clients-").FullName;
        string[] folders = [Path.Combine(Repository.Root, "tests", "Clients", "transport"), Path.Combine(Repository.Root, "docs", "clients")];
        foreach (var file in folders.SelectMany(Directory.GetFiles))
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        }

        using var npm = Start("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
        var said = await npm.StandardOutput.ReadToEndAsync();
        await npm.WaitForExitAsync();
        Assert.True(npm.ExitCode == 0, $"npm ci of the clients failed; it needs Node 20 or later and an npm registry. {said}");
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Starts the host of a world on a port of its own.</summary>
    public static Uri Serve(World world)
    {
        world.Application.UseKestrel(0);
        world.Application.StartServer();
        var addresses = world.Application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        return new(addresses!.Addresses.First().Replace("[::]", "localhost", StringComparison.Ordinal));
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
        world.Application.UseKestrel(address.Port);
        world.Application.StartServer();
        return address;
    }

    /// <summary>Signs somebody in over HTTP.</summary>
    public static async Task<(HttpClient Client, string Cookie)> SignInAsync(Uri address, Actor actor)
    {
        var cookies = new CookieContainer();
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = address };
        client.DefaultRequestHeaders.Add("GraphQL-Preflight", "1");
        (await client.PostAsJsonAsync("/session", actor.Credentials, Json)).EnsureSuccessStatusCode();
        return (client, cookies.GetCookieHeader(address));
    }

    /// <summary>Starts one of the programs.</summary>
    public Process Run(string program, params IEnumerable<string> arguments) => Start("node", [program, .. arguments]);

    /// <summary>Starts one of the programs with settings in its environment.</summary>
    public Process Run(string program, IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments) => Start("node", [program, .. arguments], environment);

    private Process Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = _folder };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
