using System.Globalization;
using HnCe.Domain.Files;
using Microsoft.Extensions.Options;

namespace HnCe.Domain.Jobs;

/// <summary>Results of jobs, in the folder <c>results</c> of the file store until they are a day old. They are written in place, never held whole.</summary>
public sealed class JobFiles(IOptions<FileStoreOptions> options)
{
    private readonly string folder = Path.Combine(Path.GetFullPath(options.Value.Root), "results");

    /// <summary>A new result; what an earlier attempt has left is removed.</summary>
    public Stream Create(long job, Guid lease)
    {
        Directory.CreateDirectory(folder);
        Delete(job);
        return new FileStream(PathOf(job, lease), FileMode.CreateNew, FileAccess.Write, FileShare.Delete);
    }

    /// <summary>A result for reading; null when there is none.</summary>
    public Stream? Open(long job, Guid lease) => File.Exists(PathOf(job, lease))
        ? new FileStream(PathOf(job, lease), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024, FileOptions.Asynchronous | FileOptions.SequentialScan)
        : null;

    /// <summary>Removes what a job has left, of all its attempts.</summary>
    public void Delete(long job)
    {
        foreach (var path in Directory.Exists(folder) ? Directory.GetFiles(folder, string.Create(CultureInfo.InvariantCulture, $"{job}-*")) : [])
        {
            File.Delete(path);
        }
    }

    private string PathOf(long job, Guid lease) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{job}-{lease:N}"));
}
