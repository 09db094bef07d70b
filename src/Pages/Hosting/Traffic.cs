using System.Net;
using System.Threading.RateLimiting;
using HnCe.Domain.Data;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HnCe.Pages.Hosting;

/// <summary>Settings of the section <c>Traffic</c>.</summary>
public sealed class TrafficOptions
{
    /// <summary>Requests that one address may send in a minute, static files aside.</summary>
    public int RequestsPerMinute { get; set; } = 1200;

    /// <summary>Files that one address may upload in an hour without having signed in.</summary>
    public int VisitorUploadsPerHour { get; set; } = 20;

    /// <summary>Addresses of proxies whose X-Forwarded-For and X-Forwarded-Proto are believed; nobody else's are.</summary>
    public string[] Proxies { get; set; } = [];
}

/// <summary>How often something may be done from one address; ends with the host.</summary>
public abstract class AddressLimit(int permits, TimeSpan window) : IDisposable
{
    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new() { PermitLimit = permits, Window = window }));

    /// <summary>Counts once; false when it was too often.</summary>
    public bool Admits(HttpContext context) => limiter.AttemptAcquire(context.Connection.RemoteIpAddress?.ToString() ?? "").IsAcquired;

    public void Dispose()
    {
        limiter.Dispose();
        GC.SuppressFinalize(this);
    }
}

/// <summary>How many requests may come. Source: SEC-B2.</summary>
public sealed class RequestLimit(TrafficOptions settings) : AddressLimit(settings.RequestsPerMinute, TimeSpan.FromMinutes(1));

/// <summary>
/// How many files visitors may upload: whoever registers an organization has no account yet. Counted where a file is taken, since a page's post may
/// come with one or without. Source: EMP-01, SEC-B2.
/// </summary>
public sealed class VisitorUploadLimit(TrafficOptions settings) : AddressLimit(settings.VisitorUploadsPerHour, VisitorUploadLimit.Window)
{
    /// <summary>For how long uploads are counted together.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromHours(1);

    /// <summary>What is said to whoever exceeds it.</summary>
    public static UserError Refusal { get; } = new("TOO_MANY_UPLOADS", "上传次数过多，请一小时后再试", "file");
}

/// <summary>Who really sends a request, how many one address may send, and whether this instance is ready. Source: PIC-03, SEC-B2.</summary>
public static class Traffic
{
    public static IServiceCollection AddHnCeTraffic(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetSection("Traffic").Get<TrafficOptions>() ?? new();
        services.AddSingleton(settings).AddSingleton<RequestLimit>().AddSingleton<VisitorUploadLimit>();
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = settings.Proxies.Length == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var proxy in settings.Proxies)
            {
                options.KnownProxies.Add(IPAddress.Parse(proxy));
            }
        });
        services.AddHealthChecks().AddCheck<DatabaseReady>("database", tags: ["ready"]);
        return services;
    }

    /// <summary>Refuses what exceeds the <see cref="RequestLimit"/>. The framework's middleware never disposes its limiters, whose timers keep an ended host alive.</summary>
    public static void UseHnCeRequestLimit(this WebApplication app)
    {
        var limit = app.Services.GetRequiredService<RequestLimit>();
        app.Use((context, next) =>
        {
            if (IsStaticFile(context) || limit.Admits(context))
            {
                return next(context);
            }

            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = "60";
            return Task.CompletedTask;
        });
    }

    public static void MapHnCeHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains("ready") });
    }

    private static bool IsStaticFile(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;

    private sealed class DatabaseReady(IDbContextFactory<HnCeDbContext> factory) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await using var db = await factory.CreateDbContextAsync(cancellationToken);
            return await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
        }
    }
}
