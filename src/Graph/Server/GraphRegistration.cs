using HnCe.Domain.Access;
using HnCe.Domain.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace HnCe.Graph.Server;

/// <summary>Puts the graph into a host.</summary>
public static class GraphRegistration
{
    /// <summary>
    /// Registers the schema, its server, and every batch and node loader of the scanned assemblies. The schema is built
    /// and checked when the host starts: a field that breaks a rule keeps it from starting.
    /// </summary>
    public static IServiceCollection AddHnCeGraph(this IServiceCollection services, Action<GraphOptions>? configure = null)
    {
        var options = new GraphOptions();
        configure?.Invoke(options);
        var modules = Modules.Of(options.Modules);
        services.AddSingleton(options).AddSingleton(modules).AddSingleton<NodeTypes>().AddSingleton<DocumentCache>().AddSingleton<ErrorMask>();
        services.AddSingleton(provider => new GraphServer(provider));
        services.AddSingleton<TrustedDocuments>().AddSingleton<CostBudget>().AddSingleton<OpenConnections>().TryAddSingleton<IConnectionCallerSource, NoTokens>();
        services.AddSingleton(provider => SchemaDocs.Of(provider.GetRequiredService<GraphServer>().Schema));
        services.AddHostedService<SchemaAtStart>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<CommitSignal>();
        services.AddSingleton<Notifier>().AddHostedService(provider => provider.GetRequiredService<Notifier>());
        services.AddScoped<StepHolder>().AddScoped(provider => provider.GetRequiredService<StepHolder>().Step?.Happening ?? throw new InvalidOperationException("Nothing happened."));
        services.TryAddScoped<CallerHolder>();
        services.TryAddScoped<Caller>(provider => provider.GetRequiredService<CallerHolder>().Caller);
        foreach (var loader in modules.BatchLoaders.Concat(modules.NodeLoaders))
        {
            services.TryAddScoped(loader);
        }

        return services;
    }

    private sealed class SchemaAtStart(GraphServer server, IServiceProviderIsService registered) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            ServiceRules.Check(server.Schema, registered);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
