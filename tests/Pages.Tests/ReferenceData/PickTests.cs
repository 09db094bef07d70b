using System.Net;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Pages.Tests.ReferenceData;

/// <summary>The pickers of code lists and regions.</summary>
public sealed class PickTests : WorldFixture
{
    [Theory]
    [InlineData("natures", "选择单位性质", "机关")]
    [InlineData("affiliations", "选择单位隶属关系", "中央")]
    [InlineData("levels", "选择单位级别", "正省（部）级")]
    [InlineData("industries", "选择所属行业", "农、林、牧、渔业")]
    [InlineData("institutionlevels", "选择培训机构级别", "国家级")]
    [InlineData("majors", "选择专业", "哲学")]
    [Trait("Spec", "PIC-01")]
    [Trait("Spec", "EMP-02")]
    [Trait("Spec", "INS-02")]
    public async Task List_Known_IsOffered(string list, string title, string first)
    {
        var page = await VisitAsync($"/referencedata/pickcode/{list}");

        Assert.Equal(title, page.Document.QuerySelector("h1")!.TextContent);
        Assert.Equal(first, Names(page)[0]);
    }

    [Theory]
    [InlineData("secrets")]
    [InlineData("title_levels")]
    [Trait("Spec", "PIC-01")]
    public async Task List_Unknown_IsNotThere(string list) => Assert.Equal(HttpStatusCode.NotFound, (await VisitAsync($"/referencedata/pickcode/{list}")).Status);

    [Fact]
    [Trait("Spec", "PIC-01")]
    public async Task List_OfManyRows_IsPaged()
    {
        var first = await VisitAsync("/referencedata/pickcode/majors");

        var second = await first.GoAsync(first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        var again = await second.GoAsync(second.Document.QuerySelector("a[rel=prev]")!.GetAttribute("href")!);

        Assert.Equal(10, Names(first).Count);
        Assert.NotEqual(Names(first), Names(second));
        Assert.Equal(Names(first), Names(again));
    }

    [Fact]
    [Trait("Spec", "PIC-01")]
    public async Task Tree_ByTopEntryAndName_IsNarrowed()
    {
        var within = await VisitAsync("/referencedata/pickcode/industries?within=A&size=50");
        var named = await VisitAsync("/referencedata/pickcode/industries?q=教育");

        Assert.Equal("农、林、牧、渔业", Names(within)[0]);
        Assert.Contains("农业", Names(within));
        Assert.DoesNotContain("教育", Names(within));
        Assert.NotEmpty(Names(named));
        Assert.All(Names(named), name => Assert.Contains("教育", name));
    }

    [Fact]
    [Trait("Spec", "PIC-03")]
    public async Task Entry_Retired_IsNotOffered()
    {
        Assert.Contains("机关", Names(await VisitAsync("/referencedata/pickcode/natures")));
        await World.Program.WriteAsync((work, _) => work.Db.CodeItems.Where(i => i.List == "unit_natures" && i.Code == "10").ExecuteUpdateAsync(set => set.SetProperty(i => i.Retired, true)));
        await World.Program.WriteAsync((work, _) => work.Db.Regions.Where(r => r.Code == "410184").ExecuteUpdateAsync(set => set.SetProperty(r => r.Retired, true)));

        Assert.DoesNotContain("机关", Names(await VisitAsync("/referencedata/pickcode/natures")));
        Assert.Empty(Names(await VisitAsync("/referencedata/pickregion?q=新郑")));
    }

    [Fact]
    [Trait("Spec", "PIC-02")]
    [Trait("Spec", "PIC-04")]
    public async Task Region_ByNameAndCity_IsFoundWithItsCity()
    {
        var all = await VisitAsync("/referencedata/pickregion");
        var found = await VisitAsync("/referencedata/pickregion?q=新郑");
        var city = await VisitAsync("/referencedata/pickregion?within=410300&size=50");

        Assert.Equal("河南省（省直单位）", Names(all)[0]);
        Assert.Equal(["郑州市新郑市"], found.Document.QuerySelectorAll("[data-text]").Select(button => button.GetAttribute("data-text")));
        Assert.Equal("洛阳市", Names(city)[0]);
        Assert.Contains("栾川县", Names(city));
        Assert.DoesNotContain("新郑市", Names(city));
    }

    private static List<string> Names(Shown page) => [.. page.Document.QuerySelectorAll("tbody th").Select(cell => cell.TextContent)];
}
