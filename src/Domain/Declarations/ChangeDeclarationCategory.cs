using HnCe.Domain.Access;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Declarations;

/// <summary>改科目类型: the person proposes the category, the employer settles it before forwarding. Source: DEC-06, DEC-07.</summary>
public sealed class ChangeDeclarationCategory(UnitOfWork work, Caller caller, StandardsInForce standards)
{
    /// <summary>Moves one declaration of the employer to the other list. Answers with its key.</summary>
    public Task<Outcome<long>> RunAsync(long id, SubjectCategory category, CancellationToken cancel) =>
        work.RunAsync<long>(nameof(ChangeDeclarationCategory), async write =>
        {
            var declaration = await work.Db.Declarations.Within(caller.ReachFor(Permission.ForwardDeclarations)).SingleOrDefaultAsync(d => d.Id == id, cancel);
            if (declaration is null)
            {
                return DeclarationRefusals.NotFound;
            }

            var definition = await standards.FindAsync(declaration.Kind, declaration.TypeVersion, cancel);
            if (!definition.Takes(category))
            {
                return DeclarationRefusals.CategoryNotAllowed(definition);
            }

            if (declaration.ChangeCategory(category, write) is { } refusal)
            {
                return refusal;
            }

            work.Db.TimelineEntries.Add(new(declaration, DeclarationEvent.ChangeCategory, category is SubjectCategory.Public ? "改为公需科目" : "改为专业科目", write));
            return declaration.Id;
        }, cancel);
}
