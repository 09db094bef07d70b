using HnCe.Domain.Access;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.Jobs;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HnCe.Graph.Tests.Certificates;

/// <summary>证书打印 of many people through the graph.</summary>
public sealed class PrintCertificatesTests
{
    private const string Print = "mutation ($input: PrintCertificatesInput!) { printCertificates(input: $input) { printed pdfUrl job { id total } leftOut { id code message } userErrors { code message path } } }";

    [Theory, OnBothDatabases, Trait("Spec", "EMP-25"), Trait("Spec", "CER-02"), Trait("Spec", "CER-04")]
    public async Task Print_OfSome_NumbersInOrderCountsReprintsAndNamesWhoIsLeftOut(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var people = await world.ProfessionalsAsync(world.School, 4);
        await world.CompleteAsync([.. people.Take(3)]);
        var ids = await world.YearsOfAsync(people);

        await world.As(world.School).MustAsync(Print, new { input = new { yearCompletions = new[] { ids[0] } } });
        var reply = await world.As(world.School).MustAsync(Print, new { input = new { yearCompletions = ids } });

        Assert.Equal(3, reply["printCertificates.printed"].GetInt32());
        Assert.Equal(ids[3], reply.String("printCertificates.leftOut.0.id"));
        Assert.Equal("YEAR_NOT_COMPLETED", reply.String("printCertificates.leftOut.0.code"));
        Assert.Equal($"{people[3].Caller.Name}：{world.Year} 年度学时尚未合格", reply.String("printCertificates.leftOut.0.message"));
        var certificates = await world.ReadAsync(db => db.Certificates.OrderBy(c => c.Number).Select(c => new { c.Number, c.Prints }).ToListAsync());
        Assert.Equal([2, 1, 1], certificates.Select(c => c.Prints));
        Assert.Equal(["0000001", "0000002", "0000003"], certificates.Select(c => c.Number[12..19]));
        Assert.Equal(3, await world.ReadAsync(db => db.CertificateCounters.Select(c => c.Last).SingleAsync()));
        Assert.Equal($"/certificates.pdf?{string.Join('&', certificates.Select(c => $"number={c.Number}"))}", reply.String("printCertificates.pdfUrl"));
    }

    [Theory, OnBothDatabases, Trait("Spec", "CER-01"), Trait("Spec", "BUR-16")]
    public async Task Print_OfForeignYears_FindsNothing(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var people = await world.ProfessionalsAsync(world.School, 1);
        await world.CompleteAsync(people);
        var ids = await world.YearsOfAsync(people);

        foreach (var other in new[] { world.As(world.Hospital), world.As(world.Luoyang) })
        {
            var chosen = await other.MustAsync(Print, new { input = new { yearCompletions = ids } });
            var filtered = await other.AskAsync(Print, new { input = new { filter = new { name = people[0].Caller.Name } } });

            Assert.Equal((0, "NOT_FOUND"), (chosen["printCertificates.printed"].GetInt32(), chosen.String("printCertificates.leftOut.0.code")));
            Assert.Equal(["NOTHING_SELECTED"], filtered.Refusals);
        }

        foreach (var office in new[] { world.As(world.Zhengzhou), world.As(world.Province) })
        {
            Assert.Equal(1, (await office.MustAsync(Print, new { input = new { filter = new { year = world.Year } } }))["printCertificates.printed"].GetInt32());
        }

        Assert.Equal(2, await world.ReadAsync(db => db.Certificates.Select(c => c.Prints).SingleAsync()));
    }

    [Fact, Trait("Spec", "DEP-06"), Trait("Spec", "CER-01")]
    public async Task Print_ByARoleWithoutIt_IsForbidden()
    {
        await using var world = await World.CreateAsync();
        Actor[] denied = [world.As(world.Education), world.As(world.Institution), world.SystemAdmin, await world.ProfessionalAsync(world.School)];
        Assert.Equal(Enum.GetValues<UserType>().Where(role => !role.Grants(Permission.IssueCertificates)).Order(), denied.Select(actor => actor.Caller.Role!.Value).Order());

        foreach (var actor in denied)
        {
            Assert.Equal(["FORBIDDEN"], (await actor.AskAsync(Print, new { input = new { filter = new { } } })).Errors);
        }
    }

    [Theory, OnBothDatabases, Trait("Spec", "CER-02"), Trait("Spec", "CER-06")]
    public async Task Print_AfterARevocation_GivesANewNumberOnceCompleteAgain(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var people = await world.ProfessionalsAsync(world.School, 2);
        await world.CompleteAsync(people);
        var input = new { yearCompletions = await world.YearsOfAsync(people) };
        await world.As(world.School).MustAsync(Print, new { input });
        var person = people[0].Caller.ProfessionalId;
        var passed = await world.ReadAsync(db => db.Declarations.Where(d => d.ProfessionalId == person && d.ClaimedHours == 30).Select(d => d.Id).SingleAsync());
        (await world.As(world.Zhengzhou).RevokeAsync("证书系伪造", World.IdOf(passed))).Succeeded();

        Assert.Equal(1, (await world.As(world.School).MustAsync(Print, new { input }))["printCertificates.printed"].GetInt32());
        await world.DeclarationAsync(people[0], Domain.Declarations.DeclarationStatus.Passed, Domain.Declarations.SubjectCategory.Public, 30);
        Assert.Equal(2, (await world.As(world.School).MustAsync(Print, new { input }))["printCertificates.printed"].GetInt32());

        var own = await world.ReadAsync(db => db.Certificates.Where(c => c.ProfessionalId == person).OrderBy(c => c.Generation).Select(c => new { c.Generation, Void = c.VoidedAt != null, c.Number }).ToListAsync());
        Assert.Equal([(1, true), (2, false)], own.Select(c => (c.Generation, c.Void)));
        Assert.NotEqual(own[0].Number, own[1].Number);
    }

    [Theory, OnBothDatabases, Trait("Spec", "PERF-1"), Trait("Spec", "EMP-25")]
    public async Task Print_OfFiveAndOfForty_TakesTheSameReads(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var people = await world.ProfessionalsAsync(world.School, 45);
        await world.CompleteAsync(people);
        var ids = await world.YearsOfAsync(people);

        // The first number of a year and region makes its counter.
        await ReadsAsync(world, [ids[0]]);
        var (five, forty) = (await ReadsAsync(world, [.. ids.Skip(1).Take(5)]), await ReadsAsync(world, [.. ids.Skip(6)]));

        Assert.Equal(five, forty);
    }

    [Fact, Trait("Spec", "CER-01")]
    public async Task Jobs_OfOneAccount_AreLimited()
    {
        await using var world = await World.CreateAsync();
        world.Services.GetRequiredService<JobLimits>().Certificates = 0;
        await world.ProfessionalsAsync(world.School, 1);
        var input = new { filter = new { year = world.Year } };
        for (var i = 0; i < 5; i++)
        {
            await world.As(world.School).MustAsync(Print, new { input });
        }

        Assert.Equal(["TOO_MANY_JOBS"], (await world.As(world.School).AskAsync(Print, new { input })).Refusals);
        Assert.Equal(5, await world.ReadAsync(db => db.Jobs.CountAsync()));
    }

    private static async Task<int> ReadsAsync(World world, IReadOnlyList<string> ids)
    {
        world.Statements.Clear();
        await world.As(world.School).MustAsync(Print, new { input = new { yearCompletions = ids } });
        return world.Statements.Statements.Count(sql => sql.TrimStart().StartsWith("SELECT", StringComparison.OrdinalIgnoreCase));
    }
}
