using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Declarations;

/// <summary>其它继续教育形式登记: the employer fills in a declaration for one of its professionals; it then waits to be forwarded. Source: EMP-19, DEC-09.</summary>
public sealed class RegisterDeclarationOnBehalf(UnitOfWork work, Caller caller, StandardsInForce standards, TimeProvider clock)
{
    /// <summary>Registers and tells the person. Answers with the key of the declaration.</summary>
    public async Task<Outcome<long>> RunAsync(long professionalId, DeclarationInput input, CancellationToken cancel)
    {
        var inForce = await standards.ReadAsync(cancel);
        return await work.RunAsync<Declaration, long>(nameof(RegisterDeclarationOnBehalf), async write =>
        {
            var professional = await work.Db.Professionals.Within(caller.ReachFor(Permission.ForwardDeclarations))
                .SingleOrDefaultAsync(p => p.Id == professionalId && p.ApprovedAt != null, cancel);
            if (professional is null)
            {
                return DeclarationRefusals.PersonNotFound;
            }

            var outcome = await new FileDeclaration(work.Db, inForce, clock).RunAsync(professional, null, input, DeclarationEvent.RegisterOnBehalf, write, cancel);
            if (!outcome.IsRefused)
            {
                await work.Db.SaveChangesAsync(cancel);
                await Outbox.TellDeclarantsAsync(work.Db, write, MessageKind.DeclarationRegistered, null, cancel);
            }

            return outcome;
        }, declaration => declaration.Id, cancel);
    }
}

/// <summary>核对 of 登记: reads and checks a form as <see cref="RegisterDeclarationOnBehalf"/> does, and writes nothing. Source: EMP-19, DEC-04.</summary>
public sealed class CheckDeclarationOnBehalf(IDbContextFactory<HnCeDbContext> factory, Caller caller, StandardsInForce standards, TimeProvider clock)
{
    /// <summary>Checks the form for one professional of the employer.</summary>
    public async Task<CheckedDeclaration> RunAsync(long professionalId, DeclarationInput input, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var professional = await db.Professionals.Within(caller.ReachFor(Permission.ForwardDeclarations))
            .SingleOrDefaultAsync(p => p.Id == professionalId && p.ApprovedAt != null, cancel);
        if (professional is null)
        {
            return new(null, [DeclarationRefusals.PersonNotFound]);
        }

        var (form, refusals) = await new FileDeclaration(db, await standards.ReadAsync(cancel), clock).ReadAsync(professional, null, input, DeclarationEvent.RegisterOnBehalf, caller, cancel);
        return new(form, refusals);
    }
}
