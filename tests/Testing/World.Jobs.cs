using HnCe.Domain.Declarations;
using HnCe.Pages.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HnCe.Testing;

/// <summary>Long work, run when a test asks for it.</summary>
public sealed partial class World
{
    /// <summary>Runs the jobs that are due, one after the other, as an instance of the program does. Answers how many.</summary>
    public async Task<int> RunJobsAsync()
    {
        var ran = 0;
        while (await Application.Services.GetRequiredService<JobRunner>().RunOneAsync(CancellationToken.None))
        {
            ran++;
        }

        return ran;
    }

    /// <summary>Makes the current year of some people complete, with one record for each category.</summary>
    public async Task CompleteAsync(IReadOnlyList<Actor> people)
    {
        await DeclarationsAsync(people, DeclarationStatus.Passed, SubjectCategory.Public, 30);
        await DeclarationsAsync(people, DeclarationStatus.Passed, SubjectCategory.Professional, 60);
    }

    /// <summary>Global ids of the current year of some people, in their order.</summary>
    public async Task<IReadOnlyList<string>> YearsOfAsync(IReadOnlyList<Actor> people)
    {
        var keys = await ReadAsync(db => db.YearTotals.Where(t => t.Year == Year).ToDictionaryAsync(t => t.ProfessionalId, t => t.Id));
        return [.. people.Select(person => HnCe.Graph.Server.GlobalId.Encode("YearCompletion", keys[person.Caller.ProfessionalId!.Value]))];
    }
}
