using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Notifications;

namespace HnCe.Pages.Notifications;

/// <summary>Writes the reminders of the day; asks again every quarter of an hour, which writes nothing twice. Source: EML-02.</summary>
public sealed partial class ReminderJob(IServiceScopeFactory scopes, ReminderOptions options, TimeProvider clock, ILogger<ReminderJob> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, clock, stoppingToken);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var work = new UnitOfWork(scope.ServiceProvider.GetRequiredService<HnCeDbContext>(), Caller.System, clock);
                await new SendReminders(work, options, clock).RunAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailure(failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Writing reminders failed; it is tried again.")]
    private partial void LogFailure(Exception failure);
}
