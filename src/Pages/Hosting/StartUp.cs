using HnCe.Domain.Data;
using HnCe.Domain.Data.Demo;
using HnCe.Domain.Data.Tokens;

namespace HnCe.Pages.Hosting;

/// <summary>What happens between building the host and taking requests: database, reference data, and in Development demo data.</summary>
public static class StartUp
{
    public static async Task PrepareAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var wantsDemo = app.Environment.IsDevelopment() && app.Configuration.GetValue("Demo", defaultValue: true);
        var demo = wantsDemo ? scope.ServiceProvider.GetRequiredService<SeedDemoData>() : null;
        var (db, keys) = (scope.ServiceProvider.GetRequiredService<HnCeDbContext>(), scope.ServiceProvider.GetRequiredService<TokenKeys>());
        await scope.ServiceProvider.GetRequiredService<PrepareDatabase>().RunAsync(async cancel =>
        {
            await keys.RenewAsync(db, force: false, cancel);
            if (demo is not null)
            {
                await demo.RunAsync(cancel);
            }
        });
        if (wantsDemo)
        {
            app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine(Welcome(app)));
        }
    }

    private static string Welcome(WebApplication app) => $"""

        {string.Join(" ", app.Urls)}
        演示帐号（开发环境，验证码一律为 {app.Configuration["Captcha:DevelopmentAnswer"]}）：
        {DemoAccounts.Describe()}
        """;
}
