using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data;
using HnCe.Domain.Declarations;
using HnCe.Domain.Files;
using HnCe.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Testing;

/// <summary>Professionals.</summary>
public sealed partial class World
{
    private readonly List<Actor> _professionals = [];

    /// <summary>Everybody who registered and was approved, in that order.</summary>
    public IReadOnlyList<Actor> Professionals => _professionals;

    /// <summary>A professional whom the employer has approved; on request the same person as somebody else.</summary>
    public async Task<Actor> ProfessionalAsync(Employer employer, string? name = null, string titleLevel = "intermediate", MadeUpPerson? person = null) =>
        (await ProfessionalsAsync(employer, [person ?? MadeUpPerson.Number(++_people, name)], titleLevel))[0];

    /// <summary>Several approved professionals.</summary>
    public Task<IReadOnlyList<Actor>> ProfessionalsAsync(Employer employer, int count) =>
        ProfessionalsAsync(employer, [.. Enumerable.Range(0, count).Select(_ => MadeUpPerson.Number(++_people))], "intermediate");

    /// <summary>Somebody whom nobody knows yet.</summary>
    public MadeUpPerson Stranger(string? name = null) => MadeUpPerson.Number(++_people, name);

    /// <summary>Somebody who registered and waits for the employer. Answers with the key of the registration.</summary>
    public async Task<long> RegistrationAsync(Employer employer, MadeUpPerson? person = null) =>
        (await RegisterAsync(employer, [person ?? Stranger()], "intermediate"))[0].Registration;

    private async Task<IReadOnlyList<Actor>> ProfessionalsAsync(Employer employer, IReadOnlyList<MadeUpPerson> people, string titleLevel)
    {
        var registered = await RegisterAsync(employer, people, titleLevel);
        foreach (var chunk in registered.Chunk(BatchOutcome.MaxIds))
        {
            var approved = await As(employer).RunAsync<ReviewRegistrations, Outcome<BatchOutcome>>(useCase =>
                useCase.RunAsync([.. chunk.Select(r => r.Registration)], ReviewDecision.Pass, null, CancellationToken.None));
            if (approved.IsRefused || approved.Value!.Succeeded != chunk.Length)
            {
                throw new InvalidOperationException($"Not approved: {approved.Refusals.FirstOrDefault()}");
            }
        }

        _professionals.AddRange(registered.Select(r => r.Actor));
        return [.. registered.Select(r => r.Actor)];
    }

    private Task<List<(long Registration, Actor Actor)>> RegisterAsync(Employer employer, IReadOnlyList<MadeUpPerson> people, string titleLevel) =>
        Program.WriteAsync(async (work, write) =>
        {
            var there = await work.Db.Employers.Include(e => e.Departments).SingleAsync(e => e.Id == employer.Id);
            var rows = new List<(MadeUpPerson Person, Professional Professional, Registration Registration)>();
            foreach (var person in people)
            {
                var sealedPerson = Founding.Seal(person);
                var account = Founding.Open(UserType.Individual, there, sealedPerson, AccountState.Pending, write);
                var data = new PersonalData { TitleLevel = titleLevel, TitleName = "工程师", Occupation = "教学" };
                var professional = new Professional(account, sealedPerson, there, there.Departments.MinBy(d => d.Id), data);
                rows.Add((person, professional, Registration.Of(professional, write.At)));
            }

            work.Db.AddRange(rows.Select(row => row.Registration));
            await work.Db.SaveChangesAsync();
            List<Attachment> files = [.. rows.Select(row => Founding.FileOf(row.Professional.AccountId, write))];
            work.Db.AddRange(files);
            await work.Db.SaveChangesAsync();
            return rows.Zip(files, (row, file) =>
                (row.Registration.Id, new Actor(this, Founding.CallerOf(row.Professional.Account, employer, row.Professional.Id), row.Person, null, file.Id))).ToList();
        });
}
