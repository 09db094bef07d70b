using System.Text;
using System.Text.Json;
using HnCe.Graph.Server;
using Microsoft.AspNetCore.WebUtilities;
using Npgsql;

namespace HnCe.Benchmarks.Raw;

/// <summary>What one would write by hand for the same answers: one statement each, read column by column into JSON.</summary>
internal sealed class RawReads(NpgsqlDataSource source)
{
    private static readonly string[] Statuses =
        ["DRAFT", "PENDING_EMPLOYER", "RETURNED", "TO_FORWARD", "UNDER_REVIEW", "PASSED", "FAILED", "REVOKED", "WITHDRAWN"];

    /// <summary>One person with ten declarations; two statements in one round trip.</summary>
    public async Task PersonAsync(long id, string city, Utf8JsonWriter json)
    {
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(Command(
            """
            SELECT p."Name", p."Data_TitleName", e."Name", e."OrgCode", d."Name" FROM "Professionals" p
            JOIN "Organizations" e ON e."Id" = p."EmployerId" LEFT JOIN "Departments" d ON d."Id" = p."DepartmentId"
            WHERE p."Id" = $1 AND p."CityCode" = $2 AND p."ApprovedAt" IS NOT NULL
            """, id, city));
        batch.BatchCommands.Add(Command(
            """
            SELECT "Id", "Title", "CreditYear", "ClaimedHours", "RecognisedHours", "Status", "SubmittedAt" FROM "Declarations"
            WHERE "ProfessionalId" = $1 AND "CityCode" = $2 AND "ForwardedAt" IS NOT NULL ORDER BY "SubmittedAt" DESC, "Id" DESC LIMIT 10
            """, id, city));
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.ReadAsync();
        json.WriteStartObject("node");
        json.WriteString("id", GlobalId.Encode("Professional", id));
        json.WriteString("name", reader.GetString(0));
        json.WriteString("titleName", reader.GetString(1));
        json.WriteStartObject("employer");
        json.WriteString("name", reader.GetString(2));
        json.WriteString("code", reader.GetString(3));
        json.WriteEndObject();
        json.WriteStartObject("department");
        json.WriteString("name", reader.GetString(4));
        json.WriteEndObject();
        json.WriteStartArray("declarations");
        await reader.NextResultAsync();
        while (await reader.ReadAsync())
        {
            json.WriteStartObject();
            json.WriteString("id", GlobalId.Encode("Declaration", reader.GetInt64(0)));
            json.WriteString("title", reader.GetString(1));
            json.WriteNumber("creditYear", reader.GetInt32(2));
            Number(json, "claimedHours", reader, 3);
            Number(json, "recognisedHours", reader, 4);
            json.WriteString("status", Statuses[reader.GetInt32(5)]);
            json.WriteString("submittedAt", reader.GetDateTime(6));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A page of twenty that wait.</summary>
    public async Task WaitingAsync(long organization, string? after, Utf8JsonWriter json)
    {
        const string Columns = """
            SELECT d."Id", d."Title", d."CreditYear", d."ClaimedHours", d."ForwardedAt", p."Name", p."Data_TitleName", e."Name", e."OrgCode" FROM "Declarations" d
            JOIN "Professionals" p ON p."Id" = d."ProfessionalId" JOIN "Organizations" e ON e."Id" = d."EmployerId"
            WHERE d."TargetId" = $1 AND d."Status" = 4 AND d."ForwardedAt" IS NOT NULL
            """;
        await using var command = after is null ? source.CreateCommand(Columns + """ ORDER BY d."ForwardedAt", d."Id" LIMIT 21""")
            : source.CreateCommand(Columns + """ AND (d."ForwardedAt", d."Id") > ($2, $3) ORDER BY d."ForwardedAt", d."Id" LIMIT 21""");
        Add(command.Parameters, organization);
        if (after is not null)
        {
            var parts = Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(after)).Split(':');
            Add(command.Parameters, new DateTime(long.Parse(parts[1]), DateTimeKind.Utc));
            Add(command.Parameters, long.Parse(parts[2]));
        }

        await using var reader = await command.ExecuteReaderAsync();
        var (rows, end) = (0, "");
        json.WriteStartObject("declarations");
        json.WriteStartArray("nodes");
        while (await reader.ReadAsync() && ++rows <= 20)
        {
            var (id, at) = (reader.GetInt64(0), reader.GetDateTime(4));
            end = Cursor("waiting", at, id);
            json.WriteStartObject();
            json.WriteString("id", GlobalId.Encode("Declaration", id));
            json.WriteString("title", reader.GetString(1));
            json.WriteNumber("creditYear", reader.GetInt32(2));
            Number(json, "claimedHours", reader, 3);
            json.WriteString("forwardedAt", at);
            json.WriteStartObject("professional");
            json.WriteString("name", reader.GetString(5));
            json.WriteString("titleName", reader.GetString(6));
            json.WriteEndObject();
            json.WriteStartObject("employer");
            json.WriteString("name", reader.GetString(7));
            json.WriteString("code", reader.GetString(8));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("pageInfo");
        json.WriteBoolean("hasNextPage", rows > 20);
        json.WriteString("endCursor", end);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Fifty yearly completions, newest first.</summary>
    public async Task CompletionsAsync(string city, Utf8JsonWriter json)
    {
        await using var command = source.CreateCommand(
            """
            SELECT t."Id", t."Year", t."RequiredPublic", t."RequiredProfessional", t."PublicHours", t."ProfessionalHours", t."Completed", p."Name", e."Name" FROM "YearTotals" t
            JOIN "Professionals" p ON p."Id" = t."ProfessionalId" JOIN "Organizations" e ON e."Id" = p."EmployerId"
            WHERE t."CityCode" = $1 AND t."Year" = 2026 ORDER BY t."Id" DESC LIMIT 50
            """);
        Add(command.Parameters, city);
        await using var reader = await command.ExecuteReaderAsync();
        json.WriteStartObject("yearCompletions");
        json.WriteStartArray("nodes");
        while (await reader.ReadAsync())
        {
            json.WriteStartObject();
            json.WriteString("id", GlobalId.Encode("YearCompletion", reader.GetInt64(0)));
            json.WriteNumber("year", reader.GetInt32(1));
            Number(json, "requiredPublic", reader, 2);
            Number(json, "requiredProfessional", reader, 3);
            Number(json, "publicHours", reader, 4);
            Number(json, "professionalHours", reader, 5);
            json.WriteBoolean("completed", reader.GetBoolean(6));
            json.WriteStartObject("professional");
            json.WriteString("name", reader.GetString(7));
            json.WriteStartObject("employer");
            json.WriteString("name", reader.GetString(8));
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The cursor behind a row, as the engine writes it.</summary>
    public static string Cursor(string list, DateTime at, long id) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes($"{list}:{at.Ticks}:{id}"));

    private static void Number(Utf8JsonWriter json, string name, NpgsqlDataReader reader, int column)
    {
        if (reader.IsDBNull(column))
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteNumber(name, reader.GetDecimal(column));
        }
    }

    private static NpgsqlBatchCommand Command(string sql, long id, string city)
    {
        var command = new NpgsqlBatchCommand(sql);
        Add(command.Parameters, id);
        Add(command.Parameters, city);
        return command;
    }

    private static void Add<T>(NpgsqlParameterCollection parameters, T value) => parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
}
