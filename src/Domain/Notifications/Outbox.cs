using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Notifications;

/// <summary>Writes one message for each row that a write has just stamped, in the same transaction and one statement. Source: EML-02.</summary>
internal static class Outbox
{
    /// <summary>To the professional of each declaration of this write.</summary>
    public static Task TellDeclarantsAsync(HnCeDbContext db, WriteContext write, MessageKind kind, string? detail, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Messages" ("AccountId", "Kind", "Title", "Detail", "Hours", "DeclarationId", "At", "ChangeId", "MailState", "MailAttempts", "MailDueAt")
            SELECT p."AccountId", {(int)kind}, d."Title", {detail}, d."RecognisedHours", d."Id", {write.At}, d."ChangeId", 0, 0, {write.At}
            FROM "Declarations" AS d INNER JOIN "Professionals" AS p ON p."Id" = d."ProfessionalId" WHERE d."ChangeId" = {write.ChangeId}
            """, cancel);

    /// <summary>To one account; the title is empty where the kind says all.</summary>
    public static Task TellAccountAsync(HnCeDbContext db, WriteContext write, long accountId, MessageKind kind, string title, string? detail, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Messages" ("AccountId", "Kind", "Title", "Detail", "At", "ChangeId", "MailState", "MailAttempts", "MailDueAt")
            SELECT a."Id", {(int)kind}, {title}, {detail}, {write.At}, {write.ChangeId}, 0, 0, {write.At} FROM "Accounts" AS a WHERE a."Id" = {accountId}
            """, cancel);

    /// <summary>To the administrators of the employer of each declaration of this write. Source: DEC-09.</summary>
    public static Task TellEmployersAsync(HnCeDbContext db, WriteContext write, MessageKind kind, string? detail, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Messages" ("AccountId", "Kind", "Title", "Detail", "DeclarationId", "At", "ChangeId", "MailState", "MailAttempts", "MailDueAt")
            SELECT a."Id", {(int)kind}, d."Title", {detail}, d."Id", {write.At}, d."ChangeId", 0, 0, {write.At}
            FROM "Declarations" AS d INNER JOIN "Accounts" AS a ON a."OrganizationId" = d."EmployerId"
            WHERE d."ChangeId" = {write.ChangeId} AND a."UserType" = {(int)UserType.Employer} AND a."State" = {(int)AccountState.Active}
            """, cancel);

    /// <summary>To the applicant of each registration of this write; the title is the organization that he wants to administer.</summary>
    public static Task TellApplicantsAsync(HnCeDbContext db, WriteContext write, MessageKind kind, string? detail, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Messages" ("AccountId", "Kind", "Title", "Detail", "At", "ChangeId", "MailState", "MailAttempts", "MailDueAt")
            SELECT r."AccountId", {(int)kind}, CASE WHEN r."Kind" = {(int)RegistrationKind.Professional} THEN '' ELSE o."Name" END,
                {detail}, {write.At}, r."ChangeId", 0, 0, {write.At}
            FROM "Registrations" AS r INNER JOIN "Accounts" AS a ON a."Id" = r."AccountId" INNER JOIN "Organizations" AS o ON o."Id" = a."OrganizationId"
            WHERE r."ChangeId" = {write.ChangeId}
            """, cancel);

    /// <summary>To the administrators of the institution of each training plan of this write.</summary>
    public static Task TellPlannersAsync(HnCeDbContext db, WriteContext write, MessageKind kind, string? detail, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Messages" ("AccountId", "Kind", "Title", "Detail", "At", "ChangeId", "MailState", "MailAttempts", "MailDueAt")
            SELECT a."Id", {(int)kind}, p."Data_Name", {detail}, {write.At}, p."ChangeId", 0, 0, {write.At}
            FROM "TrainingPlans" AS p INNER JOIN "Accounts" AS a
            ON a."OrganizationId" = p."InstitutionId" AND a."UserType" = {(int)UserType.Institution} AND a."State" = {(int)AccountState.Active}
            WHERE p."ChangeId" = {write.ChangeId}
            """, cancel);

    /// <summary>To each trainee whom a class of this write gave hours, or took them from.</summary>
    public static Task TellTraineesAsync(HnCeDbContext db, WriteContext write, MessageKind kind, string? detail, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Messages" ("AccountId", "Kind", "Title", "Detail", "Hours", "At", "ChangeId", "MailState", "MailAttempts", "MailDueAt")
            SELECT p."AccountId", {(int)kind}, c."Data_Name", {detail}, s."CreditedHours", {write.At}, c."ChangeId", 0, 0, {write.At}
            FROM "TraineeScores" AS s INNER JOIN "TrainingClasses" AS c ON c."Id" = s."ClassId" INNER JOIN "Professionals" AS p ON p."Id" = s."ProfessionalId"
            WHERE c."ChangeId" = {write.ChangeId} AND s."CreditedHours" <> 0
            """, cancel);

    /// <summary>To the administrators of the institution of each class of this write.</summary>
    public static Task TellInstitutionsAsync(HnCeDbContext db, WriteContext write, MessageKind kind, string? detail, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Messages" ("AccountId", "Kind", "Title", "Detail", "At", "ChangeId", "MailState", "MailAttempts", "MailDueAt")
            SELECT a."Id", {(int)kind}, c."Data_Name", {detail}, {write.At}, c."ChangeId", 0, 0, {write.At}
            FROM "TrainingClasses" AS c INNER JOIN "Accounts" AS a ON a."OrganizationId" = c."InstitutionId"
            WHERE c."ChangeId" = {write.ChangeId} AND a."UserType" = {(int)Access.UserType.Institution} AND a."State" = {(int)Accounts.AccountState.Active}
            """, cancel);
}
