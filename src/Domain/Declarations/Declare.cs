using HnCe.Domain.Access;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Declarations;

/// <summary>申报继续教育信息: a professional sends a declaration to the employer, for the first time or again after a draft, correction or return. Source: IND-19 to IND-25.</summary>
public sealed class Declare(UnitOfWork work, Caller caller, StandardsInForce standards, TimeProvider clock)
{
    /// <summary>Declares; <paramref name="id"/> is the draft or declaration to be changed, null a new one. Answers with its key.</summary>
    public Task<Outcome<long>> RunAsync(long? id, DeclarationInput input, CancellationToken cancel) =>
        OwnDeclarations.FileAsync(work, caller, standards, clock, nameof(Declare), id, input, DeclarationEvent.Declare, cancel);
}

/// <summary>存草稿: keeps an unfinished declaration that only its owner sees. Source: IND-25, SPEC §18.</summary>
public sealed class SaveDeclarationDraft(UnitOfWork work, Caller caller, StandardsInForce standards, TimeProvider clock)
{
    /// <summary>Saves; <paramref name="id"/> is the draft to be changed, null a new one. Answers with its key.</summary>
    public Task<Outcome<long>> RunAsync(long? id, DeclarationInput input, CancellationToken cancel) =>
        OwnDeclarations.FileAsync(work, caller, standards, clock, nameof(SaveDeclarationDraft), id, input, DeclarationEvent.SaveDraft, cancel);
}

/// <summary>撤回: the owner takes back what the employer has not forwarded. Source: IND-25.</summary>
public sealed class WithdrawDeclaration(UnitOfWork work, Caller caller)
{
    /// <summary>Withdraws one own declaration. Answers with its key.</summary>
    public Task<Outcome<long>> RunAsync(long id, CancellationToken cancel) =>
        work.RunAsync<long>(nameof(WithdrawDeclaration), async write =>
        {
            var declaration = await OwnDeclarations.FindAsync(work.Db, caller, id, cancel);
            if (declaration is null)
            {
                return DeclarationRefusals.NotFound;
            }

            if (declaration.Withdraw(write) is { } refusal)
            {
                return refusal;
            }

            work.Db.TimelineEntries.Add(new(declaration, DeclarationEvent.Withdraw, null, write));
            return declaration.Id;
        }, cancel);
}

/// <summary>What would come of declaring now, for 核对 before the last step.</summary>
/// <param name="Form">The form as it would be stored; null when the type is not offered.</param>
/// <param name="Refusals">Everything that would be refused.</param>
public sealed record CheckedDeclaration(DeclarationForm? Form, IReadOnlyList<Refusal> Refusals);

/// <summary>核对: reads and checks a form as <see cref="Declare"/> does, and writes nothing. Source: IND-19, DEC-04.</summary>
public sealed class CheckDeclaration(IDbContextFactory<HnCeDbContext> factory, Caller caller, StandardsInForce standards, TimeProvider clock)
{
    /// <summary>Checks; <paramref name="id"/> is the draft or declaration to be changed, null a new one.</summary>
    public async Task<CheckedDeclaration> RunAsync(long? id, DeclarationInput input, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var professional = await db.Professionals.Within(caller.ReachFor(Permission.Declare)).SingleAsync(cancel);
        var existing = id is { } key ? await OwnDeclarations.FindAsync(db, caller, key, cancel) : null;
        if (id is not null && existing is null)
        {
            return new(null, [DeclarationRefusals.NotFound]);
        }

        var (form, refusals) = await new FileDeclaration(db, await standards.ReadAsync(cancel), clock).ReadAsync(professional, existing, input, DeclarationEvent.Declare, caller, cancel);
        return existing is null || ((DeclarationStatus?)existing.Status).Allows(DeclarationEvent.Declare)
            ? new(form, refusals)
            : new(form, [DeclarationRefusals.NotEditable, .. refusals]);
    }
}

/// <summary>What the owner's use cases share.</summary>
internal static class OwnDeclarations
{
    public static async Task<Outcome<long>> FileAsync(
        UnitOfWork work, Caller caller, StandardsInForce inForce, TimeProvider clock, string action, long? id, DeclarationInput input, DeclarationEvent happening,
        CancellationToken cancel)
    {
        var standards = await inForce.ReadAsync(cancel);
        return await work.RunAsync<Declaration, long>(action, async write =>
        {
            var professional = await work.Db.Professionals.Within(caller.ReachFor(Permission.Declare)).SingleAsync(cancel);
            var existing = id is { } key ? await FindAsync(work.Db, caller, key, cancel) : null;
            return id is not null && existing is null
                ? DeclarationRefusals.NotFound
                : await new FileDeclaration(work.Db, standards, clock).RunAsync(professional, existing, input, happening, write, cancel);
        }, declaration => declaration.Id, cancel);
    }

    public static Task<Declaration?> FindAsync(HnCeDbContext db, Caller caller, long id, CancellationToken cancel) =>
        db.Declarations.Within(caller.ReachFor(Permission.Declare)).SingleOrDefaultAsync(d => d.Id == id, cancel);
}
