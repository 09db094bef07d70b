using HnCe.Domain.Access;
using HnCe.Graph.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HnCe.Graph.Tests.Server.Sample;

/// <summary>The sample graph behind HTTP, in memory or on a port of its own. Everybody is an employer unless the header X-Role says otherwise.</summary>
public static class SampleHost
{
    public static async Task<WebApplication> StartAsync(bool onPort = false, Action<GraphOptions>? configure = null, TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(clock ?? TimeProvider.System).AddSingleton<SampleProbe>().AddSingleton<ICallerSource, HeaderCaller>().AddHnCeGraph(options =>
        {
            options.Modules.Clear();
            options.Modules.Add(typeof(SampleHost).Assembly);
            configure?.Invoke(options);
        });
        _ = onPort ? builder.WebHost.UseUrls("http://127.0.0.1:0") : builder.WebHost.UseTestServer();
        var app = builder.Build();
        app.MapHnCeGraph();
        await app.StartAsync();
        return app;
    }

    private sealed class HeaderCaller : ICallerSource
    {
        public ValueTask<Caller> ReadAsync(HttpContext context) => ValueTask.FromResult(context.Request.Headers["X-Role"].ToString() switch
        {
            "visitor" => Caller.Visitor,
            { Length: > 0 } role => new Caller { AccountId = 1, Role = Enum.Parse<UserType>(role) },
            _ => SampleGraph.Employer,
        });

        public CallerAgain Again(HttpContext context) => async _ => await ReadAsync(context);
    }
}
