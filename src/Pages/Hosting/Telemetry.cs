using System.Diagnostics;
using HnCe.Graph.Server;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace HnCe.Pages.Hosting;

/// <summary>
/// Traces and metrics for a collector, on when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names one. Addresses, query strings and browsers of people are left
/// out: they can hold names and numbers. Source: GRAPH-15.
/// </summary>
public static class Telemetry
{
    /// <summary>The setting, of the name that every OpenTelemetry program knows.</summary>
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static readonly string[] Personal = ["url.path", "url.query", "user_agent.original", "client.address", "network.peer.address", "network.peer.port", "server.address", "server.port"];

    public static IServiceCollection AddHnCeTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (string.IsNullOrEmpty(configuration[Endpoint]))
        {
            return services;
        }

        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("hnce"))
            .WithTracing(tracing => tracing.AddSource(GraphTelemetry.Name).AddAspNetCoreInstrumentation(options => options.EnrichWithHttpResponse = (activity, _) => Strip(activity)))
            .WithMetrics(metrics => metrics.AddMeter(GraphTelemetry.Name, "System.Runtime", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel"))
            .UseOtlpExporter();
        return services;
    }

    private static void Strip(Activity activity)
    {
        foreach (var tag in Personal)
        {
            activity.SetTag(tag, null);
        }
    }
}
