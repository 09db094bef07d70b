using HnCe.Domain.Access;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Declarations;

/// <summary>A revision as it was written, before it is checked.</summary>
/// <param name="Kind">继续教育类型.</param>
/// <param name="ValidFromYear">The first credit year for which it is to hold; later than the current one.</param>
/// <param name="Definition">The definition as JSON; its version and first year are set here.</param>
/// <param name="Rule">The credit rule as JSON; its id, version and first year are set here.</param>
public sealed record RevisionInput(DeclarationKind Kind, int ValidFromYear, string? Definition, string? Rule);

/// <summary>修订申报类型: the province changes the fields, papers and hours of a declaration type for a coming credit year. What exists keeps its version. Source: DEC-07, DEC-10, DEC-11.</summary>
public sealed class ReviseDeclarationType(UnitOfWork work, Caller caller, StandardsInForce standards, TimeProvider clock)
{
    /// <summary>Checks and keeps the revision; one that was made for the same year before is replaced. Answers with its key.</summary>
    public async Task<Outcome<long>> RunAsync(RevisionInput input, CancellationToken cancel)
    {
        var outcome = await work.RunAsync<DeclarationRevision, long>(nameof(ReviseDeclarationType), async write =>
        {
            if (!caller.Can(Permission.KeepCreditRules))
            {
                return StandardDraft.NotFound;
            }

            var made = await work.Db.DeclarationRevisions.Where(r => r.Kind == input.Kind).ToListAsync(cancel);
            var version = made.Select(r => r.Version).DefaultIfEmpty(DeclarationCatalogue.Delivered.Definitions.Where(d => d.Kind == input.Kind).Max(d => d.Version)).Max() + 1;
            var (draft, refusals) = StandardDraft.Read(input, version, clock.Today().Year);
            if (draft is null)
            {
                return refusals.ToList();
            }

            foreach (var replaced in made.Where(r => r.ValidFromYear == input.ValidFromYear && r.WithdrawnAt is null))
            {
                replaced.Withdraw(write);
            }

            var revision = new DeclarationRevision(draft.Definition, draft.Rule, write);
            work.Db.DeclarationRevisions.Add(revision);
            return revision;
        }, revision => revision.Id, cancel);
        standards.Forget();
        return outcome;
    }
}

/// <summary>撤回修订: takes a revision back before its year begins. Source: DEC-10, DEC-11.</summary>
public sealed class WithdrawRevision(UnitOfWork work, Caller caller, StandardsInForce standards, TimeProvider clock)
{
    /// <summary>Withdraws. Answers with its key.</summary>
    public async Task<Outcome<long>> RunAsync(long id, CancellationToken cancel)
    {
        var outcome = await work.RunAsync<long>(nameof(WithdrawRevision), async write =>
        {
            if (!caller.Can(Permission.KeepCreditRules)
                || await work.Db.DeclarationRevisions.SingleOrDefaultAsync(r => r.Id == id && r.WithdrawnAt == null, cancel) is not { } revision)
            {
                return StandardDraft.NotFound;
            }

            if (revision.ValidFromYear <= clock.Today().Year)
            {
                return StandardDraft.InForce;
            }

            revision.Withdraw(write);
            return revision.Id;
        }, cancel);
        standards.Forget();
        return outcome;
    }
}

/// <summary>A revision that was read and found to work.</summary>
/// <param name="Definition">The definition, with its version and first year.</param>
/// <param name="Rule">The rule, with the same.</param>
public sealed record StandardDraft(DeclarationTypeDefinition Definition, CreditRule Rule)
{
    private const int YearsAhead = 10;

    /// <summary>No such revision, or withdrawn before.</summary>
    internal static readonly Refusal NotFound = new(RefusalCode.NotFound, "没有找到这次修订");

    /// <summary>Its year has begun: declarations may go by it.</summary>
    internal static readonly Refusal InForce = new(RefusalCode.StandardInForce, "该标准已经生效，不能撤回；可以为以后的年度再作修订");

    /// <summary>Reads and checks; refusals are at <c>validFromYear</c>, <c>definition</c> and <c>rule</c>.</summary>
    public static (StandardDraft? Draft, IReadOnlyList<Refusal> Refusals) Read(RevisionInput input, int version, int thisYear)
    {
        if (input.ValidFromYear <= thisYear || input.ValidFromYear > thisYear + YearsAhead)
        {
            return (null, [new(RefusalCode.StandardInForce, $"只能修订以后年度的标准：生效年度应在 {thisYear + 1} 到 {thisYear + YearsAhead} 之间", "validFromYear")]);
        }

        var (definition, wrongType) = StandardText.Read<DeclarationTypeDefinition>(input.Definition, "definition");
        var (rule, wrongRule) = StandardText.Read<CreditRule>(input.Rule, "rule");
        if (definition is null || rule is null)
        {
            return (null, [.. new[] { wrongType, wrongRule }.OfType<Refusal>()]);
        }

        var before = DeclarationCatalogue.Delivered.Definitions.First(one => one.Kind == input.Kind);
        var draft = new StandardDraft(
            definition with { Version = version, ValidFromYear = input.ValidFromYear },
            rule with { Id = CreditRules.Delivered.Rules.First(one => one.Kind == input.Kind).Id, Version = version, ValidFromYear = input.ValidFromYear });
        var refusals = StandardCheck.Of(draft.Definition, draft.Rule, before);
        return refusals.Count > 0 ? (null, refusals) : (draft, []);
    }
}
