using System.Data.Common;
using System.Text.Json;
using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Data.Providers;
using HnCe.Graph.Server;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Benchmarks;

/// <summary>How one statement of a list was executed.</summary>
/// <param name="Who">Role of the caller.</param>
/// <param name="List">The field with its arguments.</param>
/// <param name="Statement">Which statement of it.</param>
/// <param name="Touched">The most rows that one step of the plan touched; on SQLite -1 for a sort, else 0.</param>
/// <param name="Milliseconds">Execution, without planning.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Sql">The statement.</param>
internal sealed record PlanFigure(string Who, string List, int Statement, double Touched, double Milliseconds, string Plan, string Sql)
{
    /// <summary>Which database.</summary>
    public DatabaseProvider Database { get; init; }
}

/// <summary>
/// Runs every list as those who see it and asks the database how it executed the statements: a list that seeks on its index touches
/// a page of rows, however many there are.
/// </summary>
internal sealed class Plans(World world, IServiceProvider services)
{
    private const string Rows = "(first: 20{0}) {{ nodes {{ __typename }} pageInfo {{ endCursor }} }}";

    private static readonly string[] Reviewer =
    [
        "declarations: filter: { sentToUs: true, statuses: [UNDER_REVIEW] }, order: OLDEST_FORWARDED_FIRST",
        "declarations: filter: { sentToUs: true, statuses: [UNDER_REVIEW], creditYear: 2026, category: PUBLIC }, order: OLDEST_FORWARDED_FIRST",
        "declarations: filter: { sentToUs: true, statuses: [PASSED, FAILED] }, order: NEWEST_FORWARDED_FIRST",
        "declarations: filter: { statuses: [FAILED] }, order: NEWEST_FORWARDED_FIRST",
        "declarations: order: NEWEST_FORWARDED_FIRST",
        "declarations: ",
        "reviewQueue: ",
        "yearCompletions: ",
        "yearCompletions: filter: { year: 2026 }",
        "yearCompletions: filter: { year: 2026, completed: true }",
        "professionals: ",
    ];

    private static readonly string[] Employer =
    [
        "declarations: ",
        "declarations: filter: { statuses: [PENDING_EMPLOYER], category: PUBLIC }",
        "declarations: filter: { statuses: [PENDING_EMPLOYER, TO_FORWARD] }",
        "yearCompletions: filter: { year: 2026 }",
        "professionals: ",
        "registrations: status: PENDING",
    ];

    private static readonly string[] Person = ["declarations: ", "yearCompletions: ", "inbox: "];

    /// <summary>All of them.</summary>
    public async Task<List<PlanFigure>> RunAsync()
    {
        var city = world.Bureaus[0];
        await using var db = await ContextAsync();
        var person = await db.Professionals.Where(p => p.Id == city.People[0]).Select(p => new { p.Id, p.AccountId, p.EmployerId }).SingleAsync();
        var county = await db.HrBureaus.Where(b => b.CountyCode != null && b.CityCode == city.City).Select(b => new { b.Id, b.CountyCode, b.CityCode }).FirstAsync();
        List<PlanFigure> figures = [];
        await AddAsync(figures, world.Callers[city.Account], "city", Reviewer);
        var (id, at) = city.Waiting[city.Waiting.Count - 40];
        await AddAsync(figures, world.Callers[city.Account], "city", [$"{Reviewer[0]}, after: \"{Raw.RawReads.Cursor("waiting", at, id)}\""]);
        await AddAsync(figures, world.Callers[city.Account] with { OrganizationId = county.Id, Area = new(county.CityCode, county.CountyCode) }, "county", Reviewer);
        await AddAsync(figures, world.Callers[world.Province.Account], "province", Reviewer);
        await AddAsync(figures, new() { AccountId = 1, Role = UserType.Employer, OrganizationId = person.EmployerId }, "employer", Employer);
        await AddAsync(figures, new() { AccountId = person.AccountId, Role = UserType.Individual, OrganizationId = person.EmployerId, ProfessionalId = person.Id }, "person", Person);
        return figures;
    }

    private async Task AddAsync(List<PlanFigure> figures, Caller caller, string who, string[] lists)
    {
        foreach (var list in lists)
        {
            var (field, arguments) = (list.Split(": ", 2)[0], list.Split(": ", 2)[1]);
            var document = $"{{ {field}{string.Format(Rows, arguments.Length == 0 ? "" : ", " + arguments)} }}";
            world.Log.Kept = [];
            var answer = await services.GetRequiredService<GraphServer>().RunAsync(new GraphRequest(document), caller, default);
            var kept = world.Log.Kept;
            world.Log.Kept = null;
            if (answer.ErrorCodes.Count > 0)
            {
                throw new InvalidOperationException($"{who} {document}: {string.Join(", ", answer.ErrorCodes)}");
            }

            for (var i = 0; i < kept.Count; i++)
            {
                figures.Add(await ExplainAsync(who, $"{field}({arguments})", i, kept[i].Text, kept[i].Parameters));
            }
        }
    }

    private async Task<PlanFigure> ExplainAsync(string who, string list, int statement, string sql, DbParameter[] parameters)
    {
        await using var db = await ContextAsync();
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        var isPostgreSql = world.Database.Provider is DatabaseProvider.PostgreSql;
        command.CommandText = (isPostgreSql ? "EXPLAIN (ANALYZE, FORMAT JSON) " : "EXPLAIN QUERY PLAN ") + sql;
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter is ICloneable known ? known.Clone() : new Microsoft.Data.Sqlite.SqliteParameter(parameter.ParameterName, parameter.Value));
        }

        await using var reader = await command.ExecuteReaderAsync();
        var figure = isPostgreSql ? await OfPostgreSqlAsync(who, list, statement, sql, reader) : await OfSqliteAsync(who, list, statement, sql, reader);
        return figure with { Database = world.Database.Provider };
    }

    private static async Task<PlanFigure> OfPostgreSqlAsync(string who, string list, int statement, string sql, DbDataReader reader)
    {
        await reader.ReadAsync();
        using var json = JsonDocument.Parse(reader.GetString(0));
        var lines = new List<string>();
        var touched = Walk(json.RootElement[0].GetProperty("Plan"), 0, lines);
        return new(who, list, statement, touched, json.RootElement[0].GetProperty("Execution Time").GetDouble(), string.Join('\n', lines), sql);
    }

    private static double Walk(JsonElement node, int depth, List<string> lines)
    {
        var rows = (Number(node, "Actual Rows") + Number(node, "Rows Removed by Filter")) * Number(node, "Actual Loops");
        var index = node.TryGetProperty("Index Name", out var name) ? $" using {name}" : node.TryGetProperty("Relation Name", out var table) ? $" on {table}" : "";
        lines.Add($"{new string(' ', depth * 2)}{node.GetProperty("Node Type")}{index}: {rows:0} rows");
        return !node.TryGetProperty("Plans", out var below) ? rows : Math.Max(rows, below.EnumerateArray().Max(child => Walk(child, depth + 1, lines)));
    }

    private static double Number(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? value.GetDouble() : 0;

    private static async Task<PlanFigure> OfSqliteAsync(string who, string list, int statement, string sql, DbDataReader reader)
    {
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(3));
        }

        // A scan without a sort walks in the order of the list until the page is full.
        var bad = lines.Exists(line => line.Contains("TEMP B-TREE", StringComparison.Ordinal));
        return new(who, list, statement, bad ? -1 : 0, 0, string.Join('\n', lines), sql);
    }

    private Task<HnCeDbContext> ContextAsync() => services.GetRequiredService<IDbContextFactory<HnCeDbContext>>().CreateDbContextAsync();
}
