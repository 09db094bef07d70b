using System.Net;
using HnCe.Domain.Access;
using HnCe.Pages.Hosting;
using Xunit;

namespace HnCe.Pages.Tests.Home;

/// <summary>Every menu entry that the manual names for a role opens a page that works and says where one is.</summary>
[Trait("Spec", "GEN-01")]
[Trait("Spec", "IND-13")]
[Trait("Spec", "EMP-07")]
[Trait("Spec", "BUR-05")]
[Trait("Spec", "DEP-04")]
[Trait("Spec", "PRO-02")]
[Trait("Spec", "SYS-02")]
public sealed class MenuTests : WorldFixture
{
    public static TheoryData<UserType> Roles => [.. Enum.GetValues<UserType>()];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Entry_OfEveryRole_OpensAPageThatNamesIt(UserType role)
    {
        var home = await VisitAsync(await SomebodyAsync(role), "/home");
        Assert.Equal(HttpStatusCode.OK, home.Status);
        var shown = home.Document.QuerySelectorAll("nav.menu a[href]").Where(link => link.GetAttribute("href") != "#main")
            .Select(link => (Href: link.GetAttribute("href")!, Title: link.FirstChild!.TextContent.Trim())).ToList();

        Assert.Equal(Promised(role), shown.Select(entry => entry.Title).Skip(1));
        foreach (var (href, title) in shown.Skip(1))
        {
            var page = await home.GoAsync(href);
            Assert.True(page.Status is HttpStatusCode.OK, $"{title} at {href} answers {page.Status}");
            Assert.Equal(title, page.Document.QuerySelector("nav.menu a[aria-current=page]")?.FirstChild!.TextContent.Trim());
        }
    }

    private static IEnumerable<string> Promised(UserType role) =>
        Menu.For($"{role}").SelectMany(group => group.Items).Select(item => item.Title).Skip(1);
}
