using HnCe.Domain.Access;
using HnCe.Domain.Credits;
using HnCe.Domain.Data;

namespace HnCe.Pages.Credits;

/// <summary>Opens the new year for everybody soon after midnight of 1 January in China; what was open already stays as it is. Source: GEN-09, IND-26.</summary>
public sealed partial class YearJob(IServiceScopeFactory scopes, TimeProvider clock, ILogger<YearJob> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The start has opened the year that it found; from here on only a change of the calendar matters.
        var opened = clock.Today().Year;
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, clock, stoppingToken);
            if (clock.Today().Year != opened && await TryOpenAsync(clock.Today().Year, stoppingToken))
            {
                opened = clock.Today().Year;
            }
        }
    }

    private async Task<bool> TryOpenAsync(int year, CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<HnCeDbContext>();
            var outcome = await new UnitOfWork(db, Caller.System, clock).RunAsync<bool>(nameof(OpenYear), async _ =>
            {
                await OpenYear.ForAllAsync(db, year, cancel);
                return true;
            }, cancel);
            return !outcome.IsRefused;
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            LogFailure(failure);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Opening the new year failed; it is tried again.")]
    private partial void LogFailure(Exception failure);
}
