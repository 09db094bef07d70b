using System.Globalization;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data;
using HnCe.Domain.Declarations;
using HnCe.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Benchmarks.Data;

/// <summary>
/// Fills a migrated and seeded database with a province of a given number of professionals, by statements over a series of numbers:
/// the same rows on every database and in every run. Three declarations each, in all states; each 97th person has ten more.
/// </summary>
internal sealed class Filling(HnCeDbContext db, Dialect dialect, int people)
{
    /// <summary>Security stamp of every account.</summary>
    public const string Stamp = "benchmark";

    /// <summary>Year that the hours count in.</summary>
    public const int Year = 2026;

    private const int DepartmentsEach = 5;

    // Of 21 declarations 8 wait, 6 are passed, and one is in each of the other states.
    private static readonly string StateOf = $"""
        CASE WHEN x.m < 7 THEN CASE x.m WHEN 0 THEN {N(DeclarationStatus.Draft)} WHEN 1 THEN {N(DeclarationStatus.PendingEmployer)}
            WHEN 2 THEN {N(DeclarationStatus.Returned)} WHEN 3 THEN {N(DeclarationStatus.ToForward)} WHEN 4 THEN {N(DeclarationStatus.Failed)}
            WHEN 5 THEN {N(DeclarationStatus.Revoked)} ELSE {N(DeclarationStatus.Withdrawn)} END
        WHEN x.m < 15 THEN {N(DeclarationStatus.UnderReview)} ELSE {N(DeclarationStatus.Passed)} END
        """;

    private int Employers => Math.Max(200, people / 200);

    /// <summary>Runs all statements.</summary>
    public async Task RunAsync()
    {
        await RunAsync(Bureaus, Administrators, EmployerRows, DepartmentRows, AccountRows, ProfessionalRows, DeclarationRows(0, 3, ""), DeclarationRows(3, 13, "WHERE p.n % 97 = 1"));
        await RunAsync(LedgerRows, TimelineRows, TotalRows, "DROP TABLE bench_bureaus", "DROP TABLE bench_employers");
        await RunAsync(dialect.Analyze);
    }

    private async Task RunAsync(params string[] statements)
    {
        db.Database.SetCommandTimeout(3600);
        foreach (var statement in statements)
        {
            // Braces belong to JSON here, not to parameters.
            await db.Database.ExecuteSqlRawAsync(statement.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
        }
    }

    private static string N<T>(T value)
        where T : struct, Enum => Convert.ToInt32(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);

    private static string Bureaus => $"""
        CREATE TABLE bench_bureaus AS
        SELECT "Id", "RegionCode", "CityCode", "CountyCode", "Tier", ROW_NUMBER() OVER (ORDER BY "Id") - 1 AS k
        FROM "Organizations" WHERE "Kind" = '{nameof(HrBureau)}' AND "Tier" <> {N(BureauTier.Province)} AND "CityCode" IS NOT NULL
        """;

    private string Administrators => $"""
        INSERT INTO "Accounts" ("UserType", "OrganizationId", "PersonHash", "Name", "IdNumberSealed", "MobileSealed", "MailSealed", "State", "CreatedAt",
            "UserName", "NormalizedUserName", "EmailConfirmed", "SecurityStamp", "PhoneNumberConfirmed", "TwoFactorEnabled", "LockoutEnabled", "AccessFailedCount")
        SELECT CASE "Tier" WHEN {N(BureauTier.Province)} THEN {N(UserType.ProvincialDepartment)} ELSE {N(UserType.LocalBureau)} END, "Id", 'admin-' || "Id", '审核人' || "Id",
            {dialect.Sealed}, {dialect.Sealed}, {dialect.Sealed}, {N(AccountState.Active)}, {dialect.Moment("0")}, 'admin-' || "Id", 'admin-' || "Id", FALSE, '{Stamp}', FALSE, FALSE, FALSE, 0
        FROM "Organizations" WHERE "Kind" = '{nameof(HrBureau)}'
        """;

    // Every fourth employer belongs to a city, the others to counties.
    private string EmployerRows => $"""
        INSERT INTO "Organizations" ("Kind", "Name", "SearchName", "OrgCode", "RegionCode", "CityCode", "CountyCode", "SupervisorId", "State")
        SELECT '{nameof(Employer)}', '第' || x.n || '中学', '第' || x.n || '中学', 'E' || x.n, b."RegionCode", b."CityCode", b."CountyCode", b."Id", {N(OrganizationState.Active)}
        FROM {dialect.Numbers(Employers)} AS x INNER JOIN bench_bureaus AS b ON b.k = CASE WHEN x.n % 4 = 0
            THEN (x.n / 4) % (SELECT COUNT(*) FROM bench_bureaus WHERE "Tier" = {N(BureauTier.City)})
            ELSE x.n % (SELECT COUNT(*) FROM bench_bureaus) END
        """;

    private string DepartmentRows => $"""
        CREATE TABLE bench_employers AS
        SELECT "Id", "CityCode", "CountyCode", "SupervisorId", ROW_NUMBER() OVER (ORDER BY "Id") - 1 AS k
        FROM "Organizations" WHERE "Kind" = '{nameof(Employer)}';
        CREATE UNIQUE INDEX bench_employers_k ON bench_employers (k);
        INSERT INTO "Departments" ("EmployerId", "Name", "Order", "Retired")
        SELECT e."Id", '第' || x.n || '教研室', x.n, FALSE FROM bench_employers AS e CROSS JOIN {dialect.Numbers(DepartmentsEach)} AS x ORDER BY e.k, x.n
        """;

    private string AccountRows => $"""
        INSERT INTO "Accounts" ("Id", "UserType", "OrganizationId", "PersonHash", "Name", "IdNumberSealed", "MobileSealed", "MailSealed", "State", "CreatedAt",
            "UserName", "NormalizedUserName", "EmailConfirmed", "SecurityStamp", "PhoneNumberConfirmed", "TwoFactorEnabled", "LockoutEnabled", "AccessFailedCount")
        SELECT 1000000 + x.n, {N(UserType.Individual)}, e."Id", 'person-' || x.n, '王小' || x.n, {dialect.Sealed}, {dialect.Sealed}, {dialect.Sealed}, {N(AccountState.Active)},
            {dialect.Moment("0")}, 'person-' || x.n, 'person-' || x.n, FALSE, '{Stamp}', FALSE, FALSE, FALSE, 0
        FROM {dialect.Numbers(people)} AS x INNER JOIN bench_employers AS e ON e.k = x.n % {Employers}
        """;

    private string ProfessionalRows => $"""
        INSERT INTO "Professionals" ("Id", "AccountId", "PersonHash", "Name", "Sex", "IdNumberSealed", "EmployerId", "DepartmentId", "CityCode", "CountyCode", "ApprovedAt",
            "Data_TitleLevel", "Data_TitleName")
        SELECT x.n, 1000000 + x.n, 'person-' || x.n, '王小' || x.n, x.n % 2, {dialect.Sealed}, e."Id",
            (SELECT d."Id" FROM "Departments" AS d WHERE d."EmployerId" = e."Id" ORDER BY d."Order" LIMIT 1), e."CityCode", e."CountyCode", {dialect.Moment("0")},
            'senior_associate', '一级教师'
        FROM {dialect.Numbers(people)} AS x INNER JOIN bench_employers AS e ON e.k = x.n % {Employers}
        """;

    // Row numbers are spread over the year, so that the waiting rows of one city are not neighbours on disk.
    private string DeclarationRows(int from, int to, string whom) => $$"""
        INSERT INTO "Declarations" ("ProfessionalId", "EmployerId", "DepartmentId", "CityCode", "CountyCode", "Kind", "TypeVersion", "Category", "CreditYear", "Title", "Details",
            "ClaimedHours", "RuleTrace", "RecognisedHours", "Remark", "DuplicateKey", "Status", "TargetId", "SubmittedAt", "ForwardedAt", "DecidedAt", "OnBehalf", "Version")
        SELECT y.p, y."EmployerId", y."DepartmentId", y."CityCode", y."CountyCode", 0, 1, y.m % 2, {{Year}}, '核心素养导向的单元作业设计之' || y.p || '-' || y.j, '{"name":"作业设计","level":"市级"}',
            5.0 + y.m % 20, '', CASE WHEN y.state IN ({{N(DeclarationStatus.Passed)}}, {{N(DeclarationStatus.Revoked)}}) THEN 5.0 + y.m % 20 END, '', 'T' || y.p || '-' || y.j, y.state,
            CASE WHEN y.forwarded THEN y."SupervisorId" END, {{dialect.Moment("y.at")}}, CASE WHEN y.forwarded THEN {{dialect.Moment("y.at + 86400")}} END,
            CASE WHEN y.decided THEN {{dialect.Moment("y.at + 172800")}} END, FALSE, 1
        FROM (SELECT x.*, {{StateOf}} AS state, (x.m = 4 OR x.m = 5 OR x.m >= 7) AS forwarded, (x.m = 4 OR x.m = 5 OR x.m >= 15) AS decided
            FROM (SELECT p."Id" AS p, p."EmployerId", p."DepartmentId", p."CityCode", p."CountyCode", e."SupervisorId", j.n AS j, (p."Id" * 7919 + j.n * 104729) % 5184000 AS at,
                    CASE WHEN j.n > 3 THEN 7 + (p."Id" / 97 + j.n) % 14 ELSE (p."Id" * 3 + j.n) % 21 END AS m
                FROM (SELECT q.*, q."Id" AS n FROM "Professionals" AS q) AS p
                INNER JOIN bench_employers AS e ON e."Id" = p."EmployerId"
                CROSS JOIN {{dialect.Numbers(to)}} AS j {{(whom.Length == 0 ? "WHERE" : whom + " AND")}} j.n > {{from}}) AS x) AS y
        """;

    private string LedgerRows => $"""
        INSERT INTO "CreditEntries" ("ProfessionalId", "Year", "Category", "Hours", "Source", "SourceId", "Withdrawal", "At", "ChangeId")
        SELECT "ProfessionalId", "CreditYear", "Category", "RecognisedHours", 0, "Id", FALSE, "DecidedAt", '{Guid.Empty}'
        FROM "Declarations" WHERE "Status" = {N(DeclarationStatus.Passed)}
        """;

    private string TimelineRows => $"""
        INSERT INTO "TimelineEntries" ("DeclarationId", "Event", "At", "Actor", "ChangeId")
        SELECT "Id", {N(DeclarationEvent.Declare)}, "SubmittedAt", '', '{Guid.Empty}' FROM "Declarations"
        """;

    private string TotalRows => $"""
        INSERT INTO "YearTotals" ("ProfessionalId", "Year", "EmployerId", "CityCode", "CountyCode", "TitleLevel",
            "RequiredPublic", "RequiredProfessional", "PublicHours", "ProfessionalHours", "Completed")
        SELECT p."Id", y.n + {Year - 3}, p."EmployerId", p."CityCode", p."CountyCode", p."Data_TitleLevel", 5.0, 5.0,
            CASE WHEN y.n = 3 THEN COALESCE(s.public, 0.0) ELSE 30.0 END, CASE WHEN y.n = 3 THEN COALESCE(s.professional, 0.0) ELSE 60.0 END, y.n < 3 OR (COALESCE(s.public, 0.0) >= 5.0 AND COALESCE(s.professional, 0.0) >= 5.0)
        FROM "Professionals" AS p CROSS JOIN {dialect.Numbers(3)} AS y LEFT JOIN (
            SELECT "ProfessionalId", SUM(CASE WHEN "Category" = 0 THEN "Hours" ELSE 0.0 END) AS public, SUM(CASE WHEN "Category" = 1 THEN "Hours" ELSE 0.0 END) AS professional
            FROM "CreditEntries" GROUP BY "ProfessionalId") AS s ON s."ProfessionalId" = p."Id"
        ORDER BY y.n, p."Id"
        """;
}
