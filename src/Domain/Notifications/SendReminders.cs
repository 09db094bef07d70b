using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data;
using HnCe.Domain.Declarations;
using HnCe.Domain.Training;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Notifications;

/// <summary>Settings of reminders; the section <c>Reminders</c>.</summary>
public sealed class ReminderOptions
{
    /// <summary>Hour of the day, in China, from which reminders are written; 0 to 23.</summary>
    public int Hour { get; set; } = 8;

    /// <summary>Month and day, in China, on which the year-end reminder is written, as MMdd.</summary>
    public int YearEndFrom { get; set; } = 1201;
}

/// <summary>
/// Writes the reminders of a day: to reviewers what waits for their organization, and in December to professionals whose year is not
/// complete. Each at most once, however often and by however many instances it is run. Source: EML-02.
/// </summary>
public sealed class SendReminders(UnitOfWork work, ReminderOptions options, TimeProvider clock)
{
    /// <summary>Writes what is due; before the hour nothing. Answers how many messages were written.</summary>
    public async Task<Outcome<int>> RunAsync(CancellationToken cancel)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(clock.Now(), ChinaTime.Zone);
        return local.Hour < options.Hour ? 0 : await work.RunAsync<int>(nameof(SendReminders), async write =>
        {
            // The row of the audit chain is the lock: a second instance waits here and then sees what the first has written.
            await work.Db.AuditHeads.ExecuteUpdateAsync(set => set.SetProperty(head => head.Sequence, head => head.Sequence), cancel);
            var yearEnd = (local.Month * 100) + local.Day >= options.YearEndFrom;
            var written = await RemindReviewersAsync(write, cancel) + (yearEnd ? await RemindProfessionalsAsync(write, local.Year, cancel) : 0);
            if (written > 0)
            {
                write.Note("Messages", $"{written}");
            }

            return written;
        }, cancel);
    }

    private Task<int> RemindReviewersAsync(WriteContext write, CancellationToken cancel) => work.Db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO "Messages" ("AccountId", "Kind", "Title", "Detail", "At", "ChangeId", "MailState", "MailAttempts", "MailDueAt")
        SELECT a."Id", {(int)MessageKind.WaitingDigest}, CAST(SUM(w."Registrations") AS VARCHAR(10)), CAST(SUM(w."Declarations") AS VARCHAR(10)), {write.At}, {write.ChangeId}, 0, 0, {write.At}
        FROM "Accounts" AS a INNER JOIN (
            SELECT r."ReviewerId" AS "Desk", COUNT(*) AS "Registrations", 0 AS "Declarations" FROM "Registrations" AS r WHERE r."Status" = {(int)RegistrationStatus.Pending} GROUP BY r."ReviewerId"
            UNION ALL SELECT d."TargetId", 0, COUNT(*) FROM "Declarations" AS d WHERE d."Status" = {(int)DeclarationStatus.UnderReview} GROUP BY d."TargetId"
            UNION ALL SELECT p."TargetId", 0, COUNT(*) FROM "TrainingPlans" AS p WHERE p."Status" = {(int)PlanStatus.Pending} GROUP BY p."TargetId"
            UNION ALL SELECT c."TargetId", 0, COUNT(*) FROM "TrainingClasses" AS c WHERE c."Status" = {(int)ClassStatus.Submitted} GROUP BY c."TargetId"
            UNION ALL SELECT d."EmployerId", 0, COUNT(*) FROM "Declarations" AS d
                WHERE d."Status" = {(int)DeclarationStatus.PendingEmployer} OR d."Status" = {(int)DeclarationStatus.ToForward} GROUP BY d."EmployerId"
        ) AS w ON w."Desk" = a."OrganizationId"
        WHERE a."State" = {(int)AccountState.Active} AND a."UserType" <> {(int)UserType.Individual}
            AND NOT EXISTS (SELECT 1 FROM "Messages" AS m WHERE m."AccountId" = a."Id" AND m."Kind" = {(int)MessageKind.WaitingDigest} AND m."At" >= {clock.StartOfDay()})
        GROUP BY a."Id"
        """, cancel);

    private Task<int> RemindProfessionalsAsync(WriteContext write, int year, CancellationToken cancel) => work.Db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO "Messages" ("AccountId", "Kind", "Title", "At", "ChangeId", "MailState", "MailAttempts", "MailDueAt")
        SELECT p."AccountId", {(int)MessageKind.YearEndReminder}, CAST(t."Year" AS VARCHAR(4)), {write.At}, {write.ChangeId}, 0, 0, {write.At}
        FROM "YearTotals" AS t INNER JOIN "Professionals" AS p ON p."Id" = t."ProfessionalId" INNER JOIN "Accounts" AS a ON a."Id" = p."AccountId"
        WHERE t."Year" = {year} AND t."Completed" = {false} AND a."State" = {(int)AccountState.Active}
            AND NOT EXISTS (SELECT 1 FROM "Messages" AS m
                WHERE m."AccountId" = p."AccountId" AND m."Kind" = {(int)MessageKind.YearEndReminder} AND m."Title" = CAST(t."Year" AS VARCHAR(4)))
        """, cancel);
}
