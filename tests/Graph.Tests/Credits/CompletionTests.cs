using HnCe.Domain.Data.Providers;
using HnCe.Domain.Declarations;
using HnCe.Testing;
using Xunit;

namespace HnCe.Graph.Tests.Credits;

/// <summary>How far an area is with its year.</summary>
public sealed class CompletionTests
{
    [Theory, OnBothDatabases, Trait("Spec", "BUR-13")]
    public async Task Completion_OfAnArea_IsSummedUpOneLevelBelow(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        foreach (var employer in new[] { world.School, world.Hospital, world.CountySchool, world.Clinic, world.Factory, world.Academy })
        {
            await world.ProfessionalsAsync(employer, 2);
        }

        var complete = world.Professionals.First(person => person.Caller.OrganizationId == world.Hospital.Id);
        await world.DeclarationAsync(complete, DeclarationStatus.Passed, SubjectCategory.Public, 30);
        await world.DeclarationAsync(complete, DeclarationStatus.Passed, SubjectCategory.Professional, 60);

        AssertSame(["6 1", "中原区 2 1", "新郑市 2 0", "郑州市直属单位 2 0"], await OfAsync(world.As(world.Zhengzhou)));
        AssertSame(["12 1", "河南省直属单位 2 0", "巩义市 2 0", "洛阳市 2 0", "郑州市 6 1"], await OfAsync(world.As(world.Province)));
        Assert.Equal(["2 1", "中原区人民医院 2 1"], await OfAsync(world.As(world.Zhongyuan)));
        Assert.Equal(["4 0"], (await OfAsync(world.As(world.Education)))[..1]);
        Assert.Equal(["0 0"], await OfAsync(world.As(world.Luolong)));
    }

    [Theory, OnBothDatabases, Trait("Spec", "CRD-03")]
    public async Task Year_WithASurplusOfOneCategory_IsNotCompleted(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var teacher = await world.ProfessionalAsync(world.School);
        await world.DeclarationAsync(teacher, DeclarationStatus.Passed, SubjectCategory.Professional, 120);
        await world.DeclarationAsync(teacher, DeclarationStatus.Passed, SubjectCategory.Public, 29.5m);

        var before = await teacher.OwnYearAsync(world.Year);
        await world.DeclarationAsync(teacher, DeclarationStatus.Passed, SubjectCategory.Public, 0.5m);
        var after = await teacher.OwnYearAsync(world.Year);

        Assert.Equal((false, true), (before["yearCompletions.nodes.0.completed"].GetBoolean(), after["yearCompletions.nodes.0.completed"].GetBoolean()));
    }

    private static void AssertSame(IEnumerable<string> expected, IEnumerable<string> actual) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));

    private static async Task<List<string>> OfAsync(Actor actor)
    {
        var reply = await actor.MustAsync("query ($year: Int!) { completion(year: $year) { people completed parts { name people completed } } }", new { year = actor.World.Year });
        return [$"{reply["completion.people"]} {reply["completion.completed"]}", .. reply["completion.parts"].EnumerateArray().Select(part => $"{part.GetProperty("name")} {part.GetProperty("people")} {part.GetProperty("completed")}")];
    }
}
