using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Declarations;

/// <summary>提出异议: the professional says what is wrong with what the employer registered in his name; it then waits for the employer's answer. Source: DEC-09.</summary>
public sealed class ObjectToDeclaration(UnitOfWork work, Caller caller)
{
    /// <summary>Objects with a note of 1 to 500 characters and tells the employer. Answers with the key of the declaration.</summary>
    public Task<Outcome<long>> RunAsync(long id, string? note, CancellationToken cancel) =>
        work.RunAsync<long>(nameof(ObjectToDeclaration), async write =>
        {
            if (Selection.CheckObjection(note) is { } unsaid)
            {
                return unsaid;
            }

            var outcome = await Registered.MoveAsync(
                work, caller, write, id, DeclarationEvent.Object, note!.Trim(), (declaration, said) => declaration.Object(said, write), cancel);
            if (!outcome.IsRefused)
            {
                await Outbox.TellEmployersAsync(work.Db, write, MessageKind.DeclarationObjected, note.Trim(), cancel);
            }

            return outcome;
        }, cancel);
}

/// <summary>答复异议: the employer stands by what it registered and says why; it can then be forwarded, and the reviewer sees both. Source: DEC-09.</summary>
public sealed class AnswerObjection(UnitOfWork work, Caller caller)
{
    /// <summary>Answers with a reason of 1 to 500 characters and tells the person. Answers with the key of the declaration.</summary>
    public Task<Outcome<long>> RunAsync(long id, string? reason, CancellationToken cancel) =>
        work.RunAsync<long>(nameof(AnswerObjection), write => Registered.SettleAsync(
            work, caller, write, id, DeclarationEvent.AnswerObjection, reason, (declaration, said) => declaration.AnswerObjection(said, write), MessageKind.ObjectionAnswered, cancel), cancel);
}

/// <summary>撤销登记: the employer takes back what it registered wrongly and has not forwarded. Source: DEC-09, EMP-19.</summary>
public sealed class CancelRegisteredDeclaration(UnitOfWork work, Caller caller)
{
    /// <summary>Cancels with a reason of 1 to 500 characters and tells the person. Answers with the key of the declaration.</summary>
    public Task<Outcome<long>> RunAsync(long id, string? reason, CancellationToken cancel) =>
        work.RunAsync<long>(nameof(CancelRegisteredDeclaration), write => Registered.SettleAsync(
            work, caller, write, id, DeclarationEvent.CancelRegistered, reason, (declaration, said) => declaration.CancelRegistered(said, write), MessageKind.RegisteredCancelled, cancel), cancel);
}

/// <summary>What happens to what the employer registered, before it is forwarded.</summary>
internal static class Registered
{
    /// <summary>The employer's side: with a reason that the person is told.</summary>
    public static async Task<Outcome<long>> SettleAsync(
        UnitOfWork work, Caller caller, WriteContext write, long id, DeclarationEvent happening, string? reason, Func<Declaration, string, Refusal?> move,
        MessageKind message, CancellationToken cancel)
    {
        if (Selection.CheckReason(reason, required: true) is { } unreasoned)
        {
            return unreasoned;
        }

        var outcome = await MoveAsync(work, caller, write, id, happening, reason!.Trim(), move, cancel);
        if (!outcome.IsRefused)
        {
            await Outbox.TellDeclarantsAsync(work.Db, write, message, reason.Trim(), cancel);
        }

        return outcome;
    }

    /// <summary>Moves one declaration within reach and leaves a line in its history.</summary>
    public static async Task<Outcome<long>> MoveAsync(
        UnitOfWork work, Caller caller, WriteContext write, long id, DeclarationEvent happening, string said, Func<Declaration, string, Refusal?> move, CancellationToken cancel)
    {
        var reach = caller.ReachFor(DeclarationStates.Of(happening).Permission);
        if (await work.Db.Declarations.Within(reach).SingleOrDefaultAsync(d => d.Id == id, cancel) is not { } declaration)
        {
            return DeclarationRefusals.NotFound;
        }

        if (move(declaration, said) is { } refusal)
        {
            return refusal;
        }

        work.Db.TimelineEntries.Add(new(declaration, happening, said, write));
        await work.Db.SaveChangesAsync(cancel);
        return declaration.Id;
    }
}
