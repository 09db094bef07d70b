using HnCe.Domain.Access;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Files;

/// <summary>选择文件: takes an upload, decides its type by content, stores it once under its hash and answers with what a mutation then names it by: the key, for a visitor the ticket. Source: IND-21, IND-24, EMP-01.</summary>
public sealed class AttachFile(UnitOfWork work, IFileStore store, Caller caller)
{
    /// <summary>Checks and stores. The bytes are written before the row: a crash leaves bytes without a row, never a row without bytes.</summary>
    public async Task<Outcome<Attachment>> RunAsync(Stream? upload, string? name, CancellationToken cancel)
    {
        var taken = await ReceivedFile.TakeAsync(upload, name, cancel);
        if (taken.IsRefused)
        {
            return taken.Refusals.Select(refusal => !caller.IsSignedIn && refusal.Code is RefusalCode.FileTypeNotAllowed ? VisitorUpload.Refused : refusal).ToList();
        }

        await using var received = taken.Value!;
        if (!caller.IsSignedIn && received.What.Type is FileType.Zip)
        {
            return VisitorUpload.Refused;
        }

        var saved = await store.SaveAsync(received.Content, cancel);
        return await work.RunAsync<Attachment>(nameof(AttachFile), write =>
        {
            var attachment = new Attachment(saved.Hash, saved.Length, received.What.Type, received.Name, caller.AccountId, write.At);
            work.Db.Attachments.Add(attachment);
            return Task.FromResult<Outcome<Attachment>>(attachment);
        }, cancel);
    }
}

/// <summary>An attachment ready to be sent.</summary>
/// <param name="Attachment">Facts.</param>
/// <param name="Content">Bytes.</param>
public sealed record OpenedAttachment(Attachment Attachment, Stream Content);

/// <summary>
/// Opens attachments for those who may see them: the uploader, whoever reaches a declaration or a training plan that carries it, and, for a certificate scan,
/// whoever reaches the organization or decides on a registration for it. Source: S-REV-03.
/// </summary>
public sealed class AttachmentReader(IDbContextFactory<HnCeDbContext> factory, IFileStore store, Caller caller)
{
    /// <summary>The attachment, or null when it does not exist or is out of reach.</summary>
    public async Task<OpenedAttachment?> OpenAsync(long id, CancellationToken cancel)
    {
        // A visitor's upload has no owner, which must not read as "owned by the visitor who asks".
        var owner = caller.AccountId ?? 0;
        await using var db = await factory.CreateDbContextAsync(cancel);
        var viewed = db.Declarations.Within(caller.ReachFor(Permission.ViewDeclarations));
        var reviewed = db.Declarations.Within(caller.ReachFor(Permission.ReviewDeclarations));
        var organizations = db.Organizations.Within(caller.ReachFor(Permission.ViewOrganizations));
        var registrations = db.Registrations.Within(caller.ReachFor(Permission.ReviewRegistrations));
        var plans = db.TrainingPlans.Within(caller.ReachFor(caller.Can(Permission.ConductTraining) ? Permission.ConductTraining : Permission.ReviewTraining));
        var attachment = await db.Attachments.SingleOrDefaultAsync(
            a => a.Id == id && (a.OwnerId == owner || viewed.Any(d => d.FileId == id) || reviewed.Any(d => d.FileId == id) || plans.Any(p => p.FileId == id)
                || organizations.Any(o => o.CertificateScanId == id) || registrations.Any(r => r.Account.Organization!.CertificateScanId == id)), cancel);
        return attachment is not null && await store.OpenAsync(attachment.Hash, cancel) is { } content ? new(attachment, content) : null;
    }
}
