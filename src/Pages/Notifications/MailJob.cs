using HnCe.Domain.Notifications;

namespace HnCe.Pages.Notifications;

/// <summary>Delivers the mail copies of messages, again and again; a failing round is logged and tried anew. Source: EML-02.</summary>
public sealed partial class MailJob(DeliverMail deliver, TimeProvider clock, ILogger<MailJob> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await deliver.RunAsync(stoppingToken) > 0)
                {
                }
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailure(failure);
            }

            await Task.Delay(Pause, clock, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail delivery failed; it is tried again.")]
    private partial void LogFailure(Exception failure);
}
