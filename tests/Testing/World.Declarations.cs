using System.Globalization;
using HnCe.Domain.Access;
using HnCe.Domain.Credits;
using HnCe.Domain.Data;
using HnCe.Domain.Declarations;
using HnCe.Domain.Organizations;
using HnCe.Graph.Server;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HnCe.Testing;

/// <summary>Declarations, brought into a state by the real use cases.</summary>
public sealed partial class World
{
    private int _declarations;

    /// <summary>A correct form that nobody has sent yet; each has a title of its own.</summary>
    public DeclarationInput Form(Actor owner, SubjectCategory category = SubjectCategory.Professional, decimal hours = 20, int? year = null, string? title = null) => new()
    {
        Kind = DeclarationKind.Other,
        Category = category,
        CreditYear = year ?? Year,
        ClaimedHours = hours,
        Remark = "见证明材料",
        FileId = owner.FileId,
        Details = new Dictionary<string, string>
        {
            ["title"] = title ?? string.Create(CultureInfo.InvariantCulture, $"岗位练兵第{++_declarations}期"),
            ["description"] = "技能比武",
            ["organiser"] = "本单位",
            ["startDate"] = $"{year ?? Year}-01-05",
            ["endDate"] = $"{year ?? Year}-01-06",
            ["amount"] = "2",
        },
    };

    /// <summary>The same form as an input of the graph.</summary>
    public object FormInput(Actor owner, SubjectCategory category = SubjectCategory.Professional, decimal hours = 20, string? title = null, string? remark = null, string? file = null, string? replaces = null)
    {
        var form = Form(owner, category, hours, title: title);
        return new
        {
            form.Kind,
            form.Category,
            form.CreditYear,
            form.ClaimedHours,
            Remark = remark ?? form.Remark,
            File = file ?? owner.File,
            Replaces = replaces,
            Details = form.Details.Select(detail => new { Name = detail.Key, detail.Value }).ToArray(),
        };
    }

    /// <summary>A declaration in a state. Answers with its key.</summary>
    public async Task<long> DeclarationAsync(
        Actor owner, DeclarationStatus status = DeclarationStatus.PendingEmployer, SubjectCategory category = SubjectCategory.Professional, decimal hours = 20,
        int? year = null, ForwardTarget target = ForwardTarget.SameLevelBureau) => (await DeclarationsAsync([owner], status, category, hours, year, target))[0];

    /// <summary>One declaration of each of several people of one employer, all in one state. Answers with their keys.</summary>
    public async Task<IReadOnlyList<long>> DeclarationsAsync(
        IReadOnlyList<Actor> owners, DeclarationStatus status = DeclarationStatus.PendingEmployer, SubjectCategory category = SubjectCategory.Professional,
        decimal hours = 20, int? year = null, ForwardTarget target = ForwardTarget.SameLevelBureau)
    {
        var employer = Employers.Single(e => e.Id == owners[0].Caller.OrganizationId);
        if (status is DeclarationStatus.ToForward)
        {
            return [Value(await As(employer).RunAsync<RegisterDeclarationOnBehalf, Outcome<long>>(useCase =>
                useCase.RunAsync(owners[0].Caller.ProfessionalId!.Value, Form(As(employer), category, hours, year), CancellationToken.None)))];
        }

        var ids = await FileAsync(owners, status is DeclarationStatus.Draft ? DeclarationEvent.SaveDraft : DeclarationEvent.Declare, category, hours, year);
        switch (status)
        {
            case DeclarationStatus.Draft or DeclarationStatus.PendingEmployer:
                return ids;
            case DeclarationStatus.Withdrawn:
                Value(await owners[0].RunAsync<WithdrawDeclaration, Outcome<long>>(useCase => useCase.RunAsync(ids[0], CancellationToken.None)));
                return ids;
            case DeclarationStatus.Returned:
                Value(await As(employer).RunAsync<ReturnDeclaration, Outcome<long>>(useCase => useCase.RunAsync(ids[0], "证明材料不清楚", CancellationToken.None)));
                return ids;
            default:
                await BatchAsync<ForwardDeclarations>(As(employer), ids, (useCase, some) => useCase.RunAsync(some, target, CancellationToken.None));
                await DecideAsync(ids, status, employer, target);
                return ids;
        }
    }

    /// <summary>The global id of a declaration.</summary>
    public static string IdOf(long declaration) => GlobalId.Encode("Declaration", declaration);

    /// <summary>The body to which an employer sends something.</summary>
    public Organization TargetOf(Employer employer, ForwardTarget target) => target is ForwardTarget.IndustryDepartment
        ? new Organization[] { Education, Health }.Single(d => d.Id == employer.IndustryDepartmentId)
        : Bureaus.Single(b => b.Id == employer.SupervisorId);

    private async Task DecideAsync(IReadOnlyList<long> ids, DeclarationStatus status, Employer employer, ForwardTarget target)
    {
        var reviewer = As(TargetOf(employer, target));
        if (status is DeclarationStatus.Passed or DeclarationStatus.Failed or DeclarationStatus.Revoked)
        {
            var verdict = status is DeclarationStatus.Failed ? new Verdict(ReviewDecision.Fail, "证明材料不符") : new Verdict(ReviewDecision.Pass, null);
            await BatchAsync<ReviewDeclarations>(reviewer, ids, (useCase, some) => useCase.RunAsync(some, verdict, CancellationToken.None));
        }

        if (status is DeclarationStatus.Revoked)
        {
            await BatchAsync<RevokeDeclarations>(reviewer, ids, (useCase, some) => useCase.RunAsync(some, "证书系伪造", CancellationToken.None));
        }
    }

    private Task<List<long>> FileAsync(IReadOnlyList<Actor> owners, DeclarationEvent happening, SubjectCategory category, decimal hours, int? year) =>
        owners[0].WriteAsync(async (work, write) =>
        {
            var keys = owners.Select(owner => owner.Caller.ProfessionalId!.Value).ToHashSet();
            var people = await work.Db.Professionals.Where(p => keys.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
            var standards = await Services.GetRequiredService<StandardsInForce>().ReadAsync(CancellationToken.None);
            var filed = new List<Declaration>();
            foreach (var owner in owners)
            {
                var professional = people[owner.Caller.ProfessionalId!.Value];
                var required = RequiredHours.Fallback.ProfessionalHours;
                var (form, refusals) = DeclarationForm.Read(Form(owner, category, hours, year), standards, required, Clock.Today());
                var declaration = new Declaration(professional);
                if (refusals.Count > 0 || declaration.Fill(form!, happening, write) is not null)
                {
                    throw new InvalidOperationException($"Refused: {string.Join("; ", refusals)}");
                }

                filed.Add(declaration);
                work.Db.Add(declaration);
                work.Db.Add(new TimelineEntry(declaration, happening, null, write));
            }

            await work.Db.SaveChangesAsync();
            foreach (var professional in people.Values.Where(_ => year is not null && year != Year))
            {
                await OpenYear.ForOneAsync(work.Db, professional, year!.Value, CancellationToken.None);
            }

            return filed.Select(declaration => declaration.Id).ToList();
        });

    private static async Task BatchAsync<TUseCase>(Actor actor, IReadOnlyList<long> ids, Func<TUseCase, IReadOnlyList<long>, Task<Outcome<BatchOutcome>>> run)
        where TUseCase : notnull
    {
        foreach (var chunk in ids.Chunk(BatchOutcome.MaxIds))
        {
            var outcome = Value(await actor.RunAsync<TUseCase, Outcome<BatchOutcome>>(useCase => run(useCase, chunk)));
            if (outcome.Refused.Count > 0)
            {
                throw new InvalidOperationException($"Refused: {outcome.Refused[0].Refusal}");
            }
        }
    }

    private static T Value<T>(Outcome<T> outcome) =>
        outcome.IsRefused ? throw new InvalidOperationException($"Refused: {string.Join("; ", outcome.Refusals)}") : outcome.Value!;
}
