using HnCe.Domain.Declarations;
using HnCe.Testing;
using Xunit;

namespace HnCe.Pages.Tests.Declarations;

/// <summary>继续教育信息管理 of a unit.</summary>
public sealed class UnitTests
{
    [Theory]
    [InlineData("", 2)]
    [InlineData("status=PASSED", 1)]
    [InlineData("category=PUBLIC", 1)]
    [InlineData("name=没有这个人", 0)]
    [InlineData("year=2025", 0)]
    [InlineData("status=NONSENSE&category=NONSENSE&kind=NONSENSE", 2)]
    [Trait("Spec", "EMP-17")]
    public async Task Records_Filtered_AreTheUnitsOwn(string filter, int rows)
    {
        await using var world = await World.CreateAsync();
        var person = await world.ProfessionalAsync(world.School);
        await world.DeclarationAsync(person, DeclarationStatus.Passed);
        await world.DeclarationAsync(person, category: SubjectCategory.Public);
        await world.DeclarationAsync(person, DeclarationStatus.Draft);
        await world.DeclarationAsync(await world.ProfessionalAsync(world.Hospital));

        var page = await Shown.OpenAsync(await world.SignInAsync(world.As(world.School)), "/records?" + filter);

        Assert.Equal(rows, page.Document.QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    [Trait("Spec", "GEN-06")]
    public async Task Records_OfTwelvePeople_AreTenOnAPageNewestFirst()
    {
        await using var world = await World.CreateAsync();
        var people = await world.ProfessionalsAsync(world.School, 12);
        foreach (var person in people)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(1));
            await world.DeclarationAsync(person);
        }

        var page = await Shown.OpenAsync(await world.SignInAsync(world.As(world.School)), "/records");

        var rows = page.Document.QuerySelectorAll("tbody tr");
        Assert.Equal(10, rows.Length);
        Assert.Contains(people[^1].Person!.Name, rows[0].TextContent, StringComparison.Ordinal);
    }
}
