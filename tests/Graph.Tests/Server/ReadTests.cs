using HnCe.Graph.Tests.Server.Sample;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Graph.Tests.Server;

public sealed class ReadTests
{
    [Fact, Trait("Spec", "GRAPH-2")]
    public async Task Sql_OfAPrunedShape_ReadsTheSelectedColumnsOnly()
    {
        await using var graph = new SampleGraph();
        await graph.AskAsync("{ papers(first: 2) { nodes { title reviewer { name } } } }");

        var (sql, views) = await ReadAsync(graph);

        Assert.All(["Title", "Name"], column => Assert.Contains($"\"{column}\"", sql));
        Assert.All(["Secret", "Hours", "CreatedAt", "Phone", "\"Homes\""], column => Assert.DoesNotContain(column, sql));
        Assert.Equal(["论文1", "论文2"], views.Select(view => view.Title));
        Assert.Equal([null, "张三"], views.Select(view => view.Reviewer?.Name));
    }

    [Fact, Trait("Spec", "GRAPH-2")]
    public async Task Sql_OfAnInterface_ReadsWhatItsKindsSelect()
    {
        await using var graph = new SampleGraph();
        await graph.AskAsync("{ papers(first: 2) { nodes { author { home { ... on School { pupils } name } } } } }");

        var (sql, views) = await ReadAsync(graph);

        Assert.Contains("\"Pupils\"", sql);
        Assert.DoesNotContain("\"Beds\"", sql);
        Assert.Equal(900, Assert.IsType<SchoolView>(views[0].Author.Home).Pupils);
        Assert.Equal("医院", Assert.IsType<HospitalView>(views[1].Author.Home).Name);
    }

    private static async Task<(string Sql, List<PaperView> Views)> ReadAsync(SampleGraph graph)
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        await using var db = new SampleDb(new DbContextOptionsBuilder<SampleDb>().UseSqlite(connection).Options);
        await db.Database.EnsureCreatedAsync();
        db.AddRange(
            new Paper { Title = "论文1", Author = new Author { Name = "张三", Home = new School { Name = "学校", Pupils = 900 } } },
            new Paper { Title = "论文2", Author = new Author { Name = "李四", Home = new Hospital { Name = "医院", Beds = 300 } }, Reviewer = new Author { Name = "张三", Home = new School() } });
        await db.SaveChangesAsync();
        var query = db.Papers.AsNoTracking().OrderBy(paper => paper.Id).Select((System.Linq.Expressions.Expression<Func<Paper, PaperView>>)graph.Probe.Shape!);
        return (query.ToQueryString(), await query.ToListAsync());
    }
}
