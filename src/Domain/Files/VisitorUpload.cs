using HnCe.Domain.Access;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Files;

/// <summary>A file that a visitor uploaded before he has an account: nobody's until a registration names its ticket. Source: EMP-01, INS-01.</summary>
internal static class VisitorUpload
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(2);

    /// <summary>A scan is one picture or one PDF, never an archive.</summary>
    public static Refusal Refused { get; } = new(RefusalCode.FileTypeNotAllowed, "只能上传 jpg、png 或 pdf 文件。");

    /// <summary>The file of a ticket; null for a ticket that is unknown, used or older than two hours.</summary>
    public static async Task<Attachment?> FindAsync(HnCeDbContext db, string ticket, DateTime at, CancellationToken cancel)
    {
        var oldest = at - Life;
        return Guid.TryParse(ticket, out var wanted)
            ? await db.Attachments.SingleOrDefaultAsync(a => a.OwnerId == null && a.Ticket == wanted && a.UploadedAt >= oldest && a.Type != FileType.Zip, cancel)
            : null;
    }
}
