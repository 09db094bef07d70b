using System.Net;
using HnCe.Domain.Access;
using HnCe.Graph.Server;
using Xunit;

namespace HnCe.Pages.Tests.Developers;

/// <summary>The documentation of the schema, on one page.</summary>
[Trait("Spec", "GRAPH-13")]
public sealed class DocsTests : WorldFixture
{
    [Fact]
    public async Task Page_HoldsEveryTypeAndField()
    {
        var page = await VisitAsync("/graphql/docs");
        var anchors = page.Document.QuerySelectorAll("[id]").Select(element => element.Id!).ToHashSet();
        var types = World.Graph.Schema.AllTypes.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)).ToList();

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(SchemaFile.Version, page.Text);
        Assert.All(types, type => Assert.Contains(type.Name, anchors));
        Assert.All(types.OfType<GraphQL.Types.IComplexGraphType>(), type => Assert.All(type.Fields, field => Assert.Contains($"{type.Name}.{field.Name}", anchors)));
        Assert.All(page.Document.QuerySelectorAll("main a[href^='#']"), link => Assert.Contains(link.GetAttribute("href")![1..], anchors));
    }

    [Fact]
    public async Task Page_SaysWhoMay()
    {
        var page = await VisitAsync(World.As(UserType.SystemAdmin), "/graphql/docs");

        Assert.Contains("需要权限：DECLARE （个人）", Words(page, "Mutation.declare"));
        Assert.Contains("无（访客也可以）", Words(page, "Query.regions"));
        Assert.Contains("first: Int", Words(page, "Query.declarations"));
        Assert.NotEmpty(Words(page, "RefusalCode.NOT_FOUND"));
        Assert.NotEmpty(Words(page, "errors.UNAUTHENTICATED"));
    }

    private static string Words(Shown page, string anchor) =>
        string.Join(' ', page.Document.GetElementById(anchor)!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
