using HnCe.Domain.Data;

namespace HnCe.Pages.Hosting;

/// <summary>What happens between building the host and taking requests: database, reference data, in Development demo data.</summary>
public static class StartUp
{
    public static async Task PrepareAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PrepareDatabase>().RunAsync();
    }
}
