using System.Text.Json;
using HnCe.Domain.Access;
using HnCe.Graph.Server;
using Microsoft.Extensions.DependencyInjection;

namespace HnCe.Graph.Tests.Server.Sample;

/// <summary>The graph server over the sample's feature classes, and callers to ask it.</summary>
public sealed class SampleGraph : IAsyncDisposable
{
    public static readonly Caller Employer = new() { AccountId = 1, Role = UserType.Employer, OrganizationId = 1 };
    public static readonly Caller Institution = new() { AccountId = 2, Role = UserType.Institution, OrganizationId = 2 };

    private readonly ServiceProvider services;

    public SampleGraph(Action<GraphOptions>? configure = null)
    {
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(Probe)
            .AddHnCeGraph(options =>
            {
                options.Modules.Clear();
                options.Modules.Add(typeof(SampleGraph).Assembly);
                configure?.Invoke(options);
            })
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        Server = services.GetRequiredService<GraphServer>();
    }

    public SampleProbe Probe { get; } = new();

    public GraphServer Server { get; }

    public IServiceProvider Services => services;

    public Task<GraphAnswer> RunAsync(string query, Caller? caller = null, object? variables = null) =>
        Server.RunAsync(GraphRequest.Trusted(query, variables) with { IsTrusted = false }, caller ?? Employer, CancellationToken.None);

    public async Task<JsonElement> AskAsync(string query, Caller? caller = null, object? variables = null) =>
        (await (await RunAsync(query, caller, variables)).ToJsonAsync(CancellationToken.None)).RootElement;

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
