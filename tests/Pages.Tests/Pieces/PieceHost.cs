using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HnCe.Pages.Tests.Pieces;

/// <summary>The frame alone: pages, headers and a caller of our choice, without database and graph.</summary>
internal sealed class PieceHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private PieceHost(WebApplication app)
    {
        this.app = app;
        Client = app.GetTestClient();
    }

    public HttpClient Client { get; }

    public IServiceProvider Services => app.Services;

    public static async Task<PieceHost> StartAsync(string environment = "Development", FrameData? caller = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Menu).Assembly.GetName().Name,
            EnvironmentName = environment,
        });
        builder.WebHost.UseTestServer();
        builder.Services.AddHnCePages();
        builder.Services.AddHnCeSecurityHeaders();
        builder.Services.Replace(ServiceDescriptor.Scoped<IFrameData>(_ => new Caller(caller)));

        // Folder policies of other features need no user here.
        builder.Services.AddAuthorization();
        var app = builder.Build();
        app.UseHnCeSecurityHeaders();
        app.UseStatusCodePagesWithReExecute("/status/{0}");
        app.UseRouting();
        app.MapRazorPages();
        await app.StartAsync();
        return new PieceHost(app);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private sealed class Caller(FrameData? data) : IFrameData
    {
        public Task<FrameData?> ReadAsync(CancellationToken cancel) => Task.FromResult(data);
    }
}
