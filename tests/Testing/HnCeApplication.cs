using System.Net;
using HnCe.Domain.Data.Providers;
using HnCe.Pages.Jobs;
using HnCe.Pages.Notifications;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace HnCe.Testing;

/// <summary>
/// The real host on the database, the folder and the clock of a <see cref="World"/>. Mail leaves and jobs run only when a test asks for it,
/// and passwords are hashed quickly.
/// </summary>
public sealed class HnCeApplication(World world) : WebApplicationFactory<Program>
{
    /// <summary>What is always right as the answer of a captcha.</summary>
    public const string CaptchaAnswer = "8888";

    /// <summary>Where the host answers.</summary>
    public static readonly Uri Address = new("http://localhost");

    // Hundreds of hosts would use up the machine's inotify instances with watching settings that no test changes.
    static HnCeApplication()
    {
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
        Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "true");
    }

    /// <summary>A browser that keeps cookies and does not follow redirects.</summary>
    public HttpClient Browser(CookieContainer? cookies = null)
    {
        var browser = CreateDefaultClient(Address, new CookieContainerHandler(cookies ?? new()));
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html, application/json;q=0.9, */*;q=0.8");
        return browser;
    }

    /// <summary>Starts on a port of the machine, for browsers and programs; answers with the address.</summary>
    /// <param name="port">The port; 0 for any that is free.</param>
    public Uri Listen(int port = 0)
    {
        UseKestrel(port);
        StartServer();
        var addresses = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        return new(addresses!.Addresses.First().Replace("[::]", "localhost", StringComparison.Ordinal));
    }

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        foreach (var (key, value) in world.Settings())
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(world.Clock);
            services.PostConfigure<PasswordHasherOptions>(options => options.IterationCount = 1);
            services.Remove(services.Single(service => service.ImplementationType == typeof(MailJob)));
            services.Remove(services.Single(service => service.ImplementationType == typeof(JobWorker)));
            var database = (DatabaseOptions)services.Single(service => service.ServiceType == typeof(DatabaseOptions)).ImplementationInstance!;
            foreach (var interceptor in world.Database.Interceptors)
            {
                database.Interceptors.Add(interceptor);
            }
        });
    }
}
