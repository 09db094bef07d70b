using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Declarations;

/// <summary>Writes the history lines of declarations that a write has just stamped, in one statement.</summary>
internal static class Timeline
{
    public static Task AppendAsync(HnCeDbContext db, WriteContext write, DeclarationEvent happening, string? reason, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "TimelineEntries" ("DeclarationId", "Event", "At", "AccountId", "Actor", "OrganizationId", "Reason", "Hours", "ChangeId")
            SELECT "Id", {(int)happening}, {write.At}, CAST({write.Caller.AccountId} AS BIGINT), {write.Caller.Name},
                CAST({write.Caller.OrganizationId} AS BIGINT), {reason}, "RecognisedHours", "ChangeId"
            FROM "Declarations" WHERE "ChangeId" = {write.ChangeId}
            """, cancel);
}
