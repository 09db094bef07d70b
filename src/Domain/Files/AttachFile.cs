using HnCe.Domain.Access;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Files;

/// <summary>选择文件: takes an upload, decides its type by content, stores it once under its hash and answers with the key that a declaration then names. Source: IND-21, IND-24.</summary>
public sealed class AttachFile(UnitOfWork work, IFileStore store, Caller caller)
{
    /// <summary>Checks and stores. The bytes are written before the row: a crash leaves bytes without a row, never a row without bytes.</summary>
    public async Task<Outcome<Attachment>> RunAsync(Stream? upload, string? name, CancellationToken cancel)
    {
        var taken = await ReceivedFile.TakeAsync(upload, name, cancel);
        if (taken.IsRefused)
        {
            return taken.Refusals.ToList();
        }

        await using var received = taken.Value!;
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

/// <summary>Opens attachments for those who may see them: the uploader, and whoever reaches a declaration or a training plan that carries it.</summary>
public sealed class AttachmentReader(IDbContextFactory<HnCeDbContext> factory, IFileStore store, Caller caller)
{
    /// <summary>The attachment, or null when it does not exist or is out of reach.</summary>
    public async Task<OpenedAttachment?> OpenAsync(long id, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var viewed = db.Declarations.Within(caller.ReachFor(Permission.ViewDeclarations));
        var reviewed = db.Declarations.Within(caller.ReachFor(Permission.ReviewDeclarations));
        var plans = db.TrainingPlans.Within(caller.ReachFor(caller.Can(Permission.ConductTraining) ? Permission.ConductTraining : Permission.ReviewTraining));
        var attachment = await db.Attachments.SingleOrDefaultAsync(
            a => a.Id == id && (a.OwnerId == caller.AccountId || viewed.Any(d => d.FileId == id) || reviewed.Any(d => d.FileId == id)
                || plans.Any(p => p.FileId == id)), cancel);
        return attachment is not null && await store.OpenAsync(attachment.Hash, cancel) is { } content ? new(attachment, content) : null;
    }
}
