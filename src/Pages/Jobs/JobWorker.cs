using HnCe.Domain.Jobs;

namespace HnCe.Pages.Jobs;

/// <summary>Runs jobs one after the other, as often as there are any, and removes old results.</summary>
public sealed partial class JobWorker(JobRunner runner, JobLeases leases, TimeProvider clock, ILogger<JobWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await runner.RunOneAsync(stoppingToken))
                {
                }

                await leases.SweepAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailure(failure);
            }

            await Task.Delay(Pause, clock, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking for jobs failed; it is tried again.")]
    private partial void LogFailure(Exception failure);
}
