using HnCe.Domain.Access;
using HnCe.Domain.Exports;
using HnCe.Domain.Jobs;
using HnCe.Graph.Server;
using HnCe.Pages.Exports;

namespace HnCe.Pages.Jobs;

/// <summary>The worker of long work, and the download of what it made.</summary>
public static class JobEndpoints
{
    public static IServiceCollection AddHnCeJobs(this IServiceCollection services) => services
        .AddSingleton<JobRunner>()
        .AddHostedService<JobWorker>()
        .AddScoped<Exporter>()
        .AddKeyedScoped<IJobKind, ExportJob>(StartExport.Kind);

    public static void MapHnCeJobs(this IEndpointRouteBuilder app) =>
        app.MapGet("/jobs/{id}/file", DownloadAsync).RequireAuthorization(nameof(Permission.UseOwnAccount));

    private static async Task<IResult> DownloadAsync(string id, JobReader jobs, HttpContext context)
    {
        var file = GlobalId.TryDecode(id, out var type, out var key) && type == "Job" ? await jobs.OpenAsync(key, context.RequestAborted) : null;
        return file is null ? Results.NotFound()
            : Results.Stream(file.Content, file.FileName.EndsWith(".pdf", StringComparison.Ordinal) ? "application/pdf" : Spreadsheet.MediaType, file.FileName);
    }
}
