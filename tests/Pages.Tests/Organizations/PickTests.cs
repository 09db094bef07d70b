using System.Net;
using HnCe.Testing;
using Xunit;

namespace HnCe.Pages.Tests.Organizations;

/// <summary>The pickers of organizations as pages.</summary>
public sealed class PickTests : WorldFixture
{
    [Theory]
    [InlineData("local=true&q=新郑", "新郑市人力资源和社会保障局")]
    [InlineData("local=true&q=济源", "济源市人力资源和社会保障局")]
    [InlineData("q=河南省人力", "河南省人力资源和社会保障厅")]
    [Trait("Spec", "BUR-01")]
    [Trait("Spec", "PIC-01")]
    public async Task Bureau_ByPartOfItsName_IsFoundAmongAll(string query, string name) =>
        Assert.Equal([name], Names(await VisitAsync($"/organizations/pickbureau?{query}")));

    [Fact]
    [Trait("Spec", "BUR-01")]
    [Trait("Spec", "GEN-02")]
    public async Task Bureaus_AllOfHenan_ArePagedAndWithoutTheProvince()
    {
        var first = await VisitAsync("/organizations/pickbureau?local=true&size=50");
        var seen = Names(first);
        for (var page = first; page.Document.QuerySelector("a[rel=next]") is { } next;)
        {
            page = await page.GoAsync(next.GetAttribute("href")!);
            seen.AddRange(Names(page));
        }

        Assert.Equal(50, Names(first).Count);
        Assert.True(seen.Count > 150, $"only {seen.Count} bureaus");
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.DoesNotContain(World.Province.Name, seen);
        Assert.Empty(Names(await VisitAsync("/organizations/pickbureau?local=true&q=社会保障厅")));
    }

    [Fact]
    [Trait("Spec", "PIC-04")]
    public async Task Bureaus_OfACity_IncludeItsCounties()
    {
        var names = Names(await VisitAsync("/organizations/pickbureau?local=true&city=410100&size=50"));

        Assert.Contains(World.Zhengzhou.Name, names);
        Assert.Contains(World.Xinzheng.Name, names);
        Assert.DoesNotContain(World.Luoyang.Name, names);
    }

    [Fact]
    [Trait("Spec", "PIC-03")]
    public async Task Retired_IsNotOffered()
    {
        await World.RetireAsync(World.Xinzheng);
        await World.RetireAsync(World.Education);

        Assert.Empty(Names(await VisitAsync("/organizations/pickbureau?q=新郑")));
        Assert.Equal([World.Health.Name], Names(await VisitAsync("/organizations/pickindustrydepartment")));
        Assert.Contains("行业主管部门还没有注册的，可以不选", (await VisitAsync("/organizations/pickindustrydepartment?regionCode=410100")).Text);
    }

    [Fact]
    [Trait("Spec", "PIC-02")]
    public async Task Departments_OfTheFormsRegion_AreThoseOverIt()
    {
        Assert.Equal([World.Education.Name], Names(await VisitAsync("/organizations/pickindustrydepartment?regionCode=410184")));
        Assert.Equal([World.Health.Name], Names(await VisitAsync("/organizations/pickindustrydepartment?q=卫生")));
    }

    [Fact]
    [Trait("Spec", "PIC-01")]
    public async Task Choice_Made_LeadsBackToAFormOfThisSiteOnly()
    {
        var own = await VisitAsync("/organizations/pickbureau?field=bureau&back=/register/bureau&q=新郑");
        var foreign = await VisitAsync("/organizations/pickbureau?field=bureau&back=https://evil.example/x&q=新郑");

        Assert.Equal("/register/bureau", own.Document.QuerySelector("form.rows")!.GetAttribute("action"));
        Assert.Equal("/", foreign.Document.QuerySelector("form.rows")!.GetAttribute("action"));
        Assert.Equal(HttpStatusCode.OK, own.Status);
    }

    private static List<string> Names(Shown page) => [.. page.Document.QuerySelectorAll("tbody th").Select(cell => cell.TextContent)];
}
