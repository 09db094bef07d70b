using HnCe.Domain;
using HnCe.Domain.Data.Commands;
using HnCe.Domain.Data.Providers;
using HnCe.Graph.Server;
using HnCe.Pages.Accounts;
using HnCe.Pages.Clients;
using HnCe.Pages.Credits;
using HnCe.Pages.Files;
using HnCe.Pages.Hosting;
using HnCe.Pages.Jobs;
using HnCe.Pages.Notifications;

var builder = WebApplication.CreateBuilder(args);
builder.Host.UseDefaultServiceProvider(options => options.ValidateOnBuild = options.ValidateScopes = true);
builder.Services
    .AddHnCeSettings(builder.Configuration, builder.Environment)
    .AddHnCeDatabase(Settings.Database(builder.Configuration))
    .AddHnCeDomain()
    .AddHnCeGraph(options =>
    {
        builder.Configuration.GetSection("Graph").Bind(options);
        options.IsDevelopment = builder.Environment.IsDevelopment();
    })
    .AddHttpContextAccessor()
    .AddHnCeSessions(builder.Environment)
    .AddHnCeTokens(builder.Environment)
    .AddHnCePolicies()
    .AddHnCePages()
    .AddHnCeSecurityHeaders()
    .AddScoped<GraphClient>()
    .AddScoped<VisitorUploads>()
    .AddScoped<ClientConsents>()
    .AddScoped<IFrameData, GraphFrame>()
    .AddHostedService<MailJob>()
    .AddHostedService<YearJob>()
    .AddHostedService<ReminderJob>()
    .AddHnCeJobs()
    .AddHnCeTraffic(builder.Configuration)
    .AddHnCeTelemetry(builder.Configuration);

var app = builder.Build();
if (await CommandLine.RunAsync(args, app.Services, Console.In, Console.Out) is { } exitCode)
{
    return exitCode;
}

await StartUp.PrepareAsync(app);
app.UseForwardedHeaders();
app.UseHnCeSecurityHeaders();
app.UseExceptionHandler("/error");
app.UseStatusCodePagesWithReExecute("/status/{0}");
app.UseRouting();
app.UseHnCeRequestLimit();
app.UseHnCeBrokenRequests();
app.UseAuthentication();
app.UseHnCeCaller();
app.UseHnCeFirstPassword();
app.UseAuthorization();
app.MapStaticAssets();
app.MapRazorPages().WithStaticAssets();
app.MapHnCeGraph();
app.MapHnCeFiles();
app.MapHnCeJobs();
app.MapHnCeCaptcha();
app.MapHnCeSession();
app.MapHnCeTokens();
app.MapHnCeHealth();
await app.RunAsync();
return 0;

/// <summary>The web host; tests start it.</summary>
public partial class Program;
