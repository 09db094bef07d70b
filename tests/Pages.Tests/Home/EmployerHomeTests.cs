using HnCe.Domain.Declarations;
using HnCe.Testing;
using Xunit;

namespace HnCe.Pages.Tests.Home;

/// <summary>The home page of a unit's administrator.</summary>
public sealed class EmployerHomeTests
{
    [Fact]
    [Trait("Spec", "EMP-26")]
    public async Task Tiles_WhatWaitsLongest_ComesFirstAndLeadsToItsList()
    {
        await using var world = await World.CreateAsync();
        var person = await world.ProfessionalAsync(world.School);
        await world.DeclarationAsync(person);
        world.Clock.Advance(TimeSpan.FromDays(9));
        await world.DeclarationAsync(person, category: SubjectCategory.Public);
        await world.DeclarationAsync(person, DeclarationStatus.UnderReview);

        var home = await Shown.OpenAsync(await world.SignInAsync(world.As(world.School)), "/home");

        var tiles = home.Document.QuerySelectorAll(".todo a");
        Assert.Equal(["其它形式申报（专业）", "其它形式申报（公需）", "审核注册账号"], tiles.Select(tile => tile.QuerySelector("span")!.TextContent));
        Assert.Equal("最早已等待 9 天", tiles[0].QuerySelector("em.old")!.TextContent);
        Assert.Equal("/forward/professional", tiles[0].GetAttribute("href"));
        Assert.Equal("1", home.Document.QuerySelector("a[href*='/forward/professional?view=review']")!.TextContent);
    }

    [Fact]
    [Trait("Spec", "EMP-26")]
    public async Task Missing_PeopleOfTheYear_AreNamedWithWhatIsMissing()
    {
        await using var world = await World.CreateAsync();
        var person = await world.ProfessionalAsync(world.School, "欧阳晓岚");
        await world.DeclarationAsync(person, DeclarationStatus.Passed, SubjectCategory.Public, 30);
        await world.DeclarationAsync(person, DeclarationStatus.UnderReview, hours: 20);

        var home = await Shown.OpenAsync(await world.SignInAsync(world.As(world.School)), "/home");

        Assert.Contains("2026年度未合格 1 人", home.Text, StringComparison.Ordinal);
        var cells = home.Document.QuerySelector("tbody tr")!.Children.Select(cell => cell.TextContent.Trim()).ToList();
        Assert.StartsWith("欧阳晓岚", cells[0], StringComparison.Ordinal);
        Assert.Equal(["专业 60", "专业 20"], cells[1..3]);
    }
}
