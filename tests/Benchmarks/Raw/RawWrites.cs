using System.Security.Cryptography;
using System.Text;
using HnCe.Domain.Access;
using Npgsql;

namespace HnCe.Benchmarks.Raw;

/// <summary>
/// The same verdict by hand: state, history, ledger, totals, message and audit in one transaction. In batches, it needs two round trips,
/// which is the practical limit; statement by statement it is what most people would write.
/// </summary>
internal sealed class RawWrites(NpgsqlDataSource source)
{
    private const string DecideAll = """
        UPDATE "Declarations" d SET "Status" = 5, "Reason" = NULL, "DecidedAt" = $3, "ChangeId" = $4, "Version" = "Version" + 1, "RecognisedHours" = "ClaimedHours"
        WHERE d."TargetId" = $1 AND d."Status" = 4 AND d."FiledByHash" IS DISTINCT FROM $2
            AND NOT EXISTS (SELECT 1 FROM "Professionals" p WHERE p."PersonHash" = $2 AND p."Id" = d."ProfessionalId")
        """;

    private const string DecideOne = DecideAll + """ AND d."Id" = $5""";

    private const string History = """
        INSERT INTO "TimelineEntries" ("DeclarationId", "Event", "At", "AccountId", "Actor", "OrganizationId", "Reason", "Hours", "ChangeId")
        SELECT "Id", 6, $2, $3, $4, $5, NULL, "RecognisedHours", "ChangeId" FROM "Declarations" WHERE "ChangeId" = $1
        """;

    private const string Ledger = """
        INSERT INTO "CreditEntries" ("ProfessionalId", "Year", "Category", "Hours", "Source", "SourceId", "Withdrawal", "At", "ChangeId")
        SELECT "ProfessionalId", "CreditYear", "Category", "RecognisedHours", 0, "Id", FALSE, $2, "ChangeId" FROM "Declarations" WHERE "ChangeId" = $1
        """;

    private const string Totals = """
        UPDATE "YearTotals" t SET "PublicHours" = s.a, "ProfessionalHours" = s.b, "Completed" = s.a >= t."RequiredPublic" AND s.b >= t."RequiredProfessional"
        FROM (SELECT e."ProfessionalId", e."Year", COALESCE(SUM(e."Hours") FILTER (WHERE e."Category" = 0), 0) AS a, COALESCE(SUM(e."Hours") FILTER (WHERE e."Category" = 1), 0) AS b
            FROM "CreditEntries" e JOIN (SELECT DISTINCT "ProfessionalId", "CreditYear" FROM "Declarations" WHERE "ChangeId" = $1) d
                ON d."ProfessionalId" = e."ProfessionalId" AND d."CreditYear" = e."Year" GROUP BY 1, 2) s
        WHERE t."ProfessionalId" = s."ProfessionalId" AND t."Year" = s."Year"
        """;

    private const string Messages = """
        INSERT INTO "Messages" ("AccountId", "Kind", "Title", "Detail", "Hours", "DeclarationId", "At", "ChangeId", "MailState", "MailAttempts", "MailDueAt")
        SELECT p."AccountId", 2, d."Title", NULL, d."RecognisedHours", d."Id", $2, d."ChangeId", 0, 0, $2
        FROM "Declarations" d JOIN "Professionals" p ON p."Id" = d."ProfessionalId" WHERE d."ChangeId" = $1
        """;

    private const string Head = """UPDATE "AuditHeads" SET "Sequence" = "Sequence" + 1 RETURNING "Sequence", "Hash" """;

    private const string Audit = """
        INSERT INTO "AuditEntries" ("Sequence", "At", "ChangeId", "Action", "AccountId", "Actor", "Role", "OrganizationId", "Address", "Subject", "Detail", "PreviousHash", "Hash")
        VALUES ($1, $2, $3, 'ReviewDeclarations', $4, $5, $6, $7, '', 'Declaration', $8, $9, $10)
        """;

    private const string NewHead = """UPDATE "AuditHeads" SET "Hash" = $1""";

    /// <summary>Passes one declaration; answers whether it waited.</summary>
    public Task<int> PassAsync(long id, Caller caller, bool batched) => RunAsync(id, $"[{id}]", caller, batched);

    /// <summary>Passes everything that waits.</summary>
    public Task<int> PassAllAsync(Caller caller) => RunAsync(null, "{\"all\":true}", caller, batched: false);

    private async Task<int> RunAsync(long? id, string detail, Caller caller, bool batched)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var (at, change, account, organization) = (TimeProvider.System.GetUtcNow().UtcDateTime, Guid.CreateVersion7(), caller.AccountId!.Value, caller.OrganizationId!.Value);
        List<NpgsqlBatchCommand> commands =
        [
            id is { } one ? Command(DecideOne, organization, caller.PersonHash, at, change, one) : Command(DecideAll, organization, caller.PersonHash, at, change),
            Command(History, change, at, account, caller.Name, organization),
            Command(Ledger, change, at),
            Command(Totals, change),
            Command(Messages, change, at),
            Command(Head),
        ];
        var (sequence, previous) = batched ? await TogetherAsync(connection, commands) : await OneByOneAsync(connection, commands);
        var hash = HashOf(sequence, at.Ticks, change, account, caller.Name, organization, detail, previous);
        await ExecuteAsync(connection, batched,
        [
            Command(Audit, sequence, at, change, account, caller.Name, caller.Role!.Value.ToString(), organization, detail, previous, hash),
            Command(NewHead, hash),
        ]);
        await transaction.CommitAsync();
        return (int)commands[0].RecordsAffected;
    }

    private static string HashOf(params object[] parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', parts))));

    private static async Task<(long Sequence, string Hash)> TogetherAsync(NpgsqlConnection connection, List<NpgsqlBatchCommand> commands)
    {
        await using var batch = connection.CreateBatch();
        commands.ForEach(batch.BatchCommands.Add);
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetInt64(0), reader.GetString(1));
    }

    private static async Task<(long Sequence, string Hash)> OneByOneAsync(NpgsqlConnection connection, List<NpgsqlBatchCommand> commands)
    {
        await ExecuteAsync(connection, batched: false, commands[..^1]);
        await using var last = connection.CreateBatch();
        last.BatchCommands.Add(commands[^1]);
        await using var reader = await last.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetInt64(0), reader.GetString(1));
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, bool batched, List<NpgsqlBatchCommand> commands)
    {
        foreach (var together in batched ? [commands] : commands.Select(command => new List<NpgsqlBatchCommand> { command }))
        {
            await using var batch = connection.CreateBatch();
            batch.Timeout = 600;
            together.ForEach(batch.BatchCommands.Add);
            await batch.ExecuteNonQueryAsync();
        }
    }

    private static NpgsqlBatchCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }
}
