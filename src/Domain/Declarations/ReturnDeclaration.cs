using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Declarations;

/// <summary>退回: the employer sends a declaration back with a reason, so that the person can correct it. Source: EMP-23.</summary>
public sealed class ReturnDeclaration(UnitOfWork work, Caller caller)
{
    /// <summary>Returns one declaration of the employer. Answers with its key.</summary>
    public Task<Outcome<long>> RunAsync(long id, string? reason, CancellationToken cancel) =>
        work.RunAsync<long>(nameof(ReturnDeclaration), async write =>
        {
            if (Selection.CheckReason(reason, required: true) is { } unreasoned)
            {
                return unreasoned;
            }

            var declaration = await work.Db.Declarations.Within(caller.ReachFor(Permission.ForwardDeclarations)).SingleOrDefaultAsync(d => d.Id == id, cancel);
            if (declaration is null)
            {
                return DeclarationRefusals.NotFound;
            }

            if (declaration.Return(reason!.Trim(), write) is { } refusal)
            {
                return refusal;
            }

            work.Db.TimelineEntries.Add(new(declaration, DeclarationEvent.Return, reason.Trim(), write));
            await work.Db.SaveChangesAsync(cancel);
            await Outbox.TellDeclarantsAsync(work.Db, write, MessageKind.DeclarationReturned, reason.Trim(), cancel);
            return declaration.Id;
        }, cancel);
}
