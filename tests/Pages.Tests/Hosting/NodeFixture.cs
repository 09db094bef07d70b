using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
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
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "tests", "Clients", "transport")))
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        }

        using var npm = Start("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");
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

    /// <summary>Signs somebody in over HTTP.</summary>
    public static async Task<(HttpClient Client, string Cookie)> SignInAsync(Uri address, Actor actor)
    {
        var cookies = new CookieContainer();
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = address };
        client.DefaultRequestHeaders.Add("GraphQL-Preflight", "1");
        (await client.PostAsJsonAsync("/session", actor.Credentials, Json)).EnsureSuccessStatusCode();
        return (client, cookies.GetCookieHeader(address));
    }

    /// <summary>Starts one of the programs.</summary>
    public Process Run(string program, params IEnumerable<string> arguments) => Start("node", [program, .. arguments]);

    private Process Start(string program, params IEnumerable<string> arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, WorkingDirectory = _folder })!;
}
