using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace HnCe.Domain.Data.Providers.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ChangeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Action = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    AccountId = table.Column<long>(type: "bigint", nullable: true),
                    Actor = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    Role = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    OrganizationId = table.Column<long>(type: "bigint", nullable: true),
                    Address = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    Subject = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    Detail = table.Column<string>(type: "character varying(200000)", maxLength: 200000, nullable: false),
                    PreviousHash = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    Hash = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntries", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "AuditHeads",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditHeads", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CaptchaChallenges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AnswerHash = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaptchaChallenges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CertificateCounters",
                columns: table => new
                {
                    Year = table.Column<int>(type: "integer", nullable: false),
                    RegionCode = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    Last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CertificateCounters", x => new { x.Year, x.RegionCode });
                });

            migrationBuilder.CreateTable(
                name: "CodeItems",
                columns: table => new
                {
                    List = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Code = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    ParentCode = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Offered = table.Column<bool>(type: "boolean", nullable: false),
                    Retired = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CodeItems", x => new { x.List, x.Code });
                });

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    FriendlyName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    Xml = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Organizations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    SearchName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    OrgCode = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: true),
                    RegionCode = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    CityCode = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: true),
                    CountyCode = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: true),
                    SupervisorId = table.Column<long>(type: "bigint", nullable: true),
                    IndustryDepartmentId = table.Column<long>(type: "bigint", nullable: true),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Tier = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Organizations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Organizations_Organizations_IndustryDepartmentId",
                        column: x => x.IndustryDepartmentId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Organizations_Organizations_SupervisorId",
                        column: x => x.SupervisorId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Regions",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    Name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    ParentCode = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: true),
                    Level = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    Retired = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Regions", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "RequiredHours",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    TitleLevel = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    PublicHours = table.Column<decimal>(type: "numeric(7,1)", precision: 7, scale: 1, nullable: false),
                    ProfessionalHours = table.Column<decimal>(type: "numeric(7,1)", precision: 7, scale: 1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RequiredHours", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SignInFailures",
                columns: table => new
                {
                    Key = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    LastAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInFailures", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Accounts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UserType = table.Column<int>(type: "integer", nullable: false),
                    OrganizationId = table.Column<long>(type: "bigint", nullable: true),
                    PersonHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    IdNumberSealed = table.Column<byte[]>(type: "bytea", maxLength: 128, nullable: false),
                    MobileSealed = table.Column<byte[]>(type: "bytea", maxLength: 128, nullable: false),
                    MailSealed = table.Column<byte[]>(type: "bytea", maxLength: 400, nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    StateReason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LastSignInAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    UserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    PasswordHash = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    SecurityStamp = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    PhoneNumber = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Accounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Accounts_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Departments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    EmployerId = table.Column<long>(type: "bigint", nullable: false),
                    ParentId = table.Column<long>(type: "bigint", nullable: true),
                    Name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Retired = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Departments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Departments_Departments_ParentId",
                        column: x => x.ParentId,
                        principalTable: "Departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Departments_Organizations_EmployerId",
                        column: x => x.EmployerId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NameGrams",
                columns: table => new
                {
                    Gram = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    OrganizationId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NameGrams", x => new { x.Gram, x.Kind, x.OrganizationId });
                    table.ForeignKey(
                        name: "FK_NameGrams_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AccountClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UserId = table.Column<long>(type: "bigint", nullable: false),
                    ClaimType = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    ClaimValue = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccountClaims_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AccountLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    ProviderKey = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    UserId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AccountLogins_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AccountTokens",
                columns: table => new
                {
                    UserId = table.Column<long>(type: "bigint", nullable: false),
                    LoginProvider = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    Value = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AccountTokens_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Attachments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Type = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    OwnerId = table.Column<long>(type: "bigint", nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Attachments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Attachments_Accounts_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Professionals",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    AccountId = table.Column<long>(type: "bigint", nullable: false),
                    PersonHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    Sex = table.Column<int>(type: "integer", nullable: false),
                    IdNumberSealed = table.Column<byte[]>(type: "bytea", maxLength: 128, nullable: false),
                    EmployerId = table.Column<long>(type: "bigint", nullable: false),
                    DepartmentId = table.Column<long>(type: "bigint", nullable: true),
                    CityCode = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: true),
                    CountyCode = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: true),
                    IndustryDepartmentId = table.Column<long>(type: "bigint", nullable: true),
                    ApprovedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Data_AdministrativePost = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    Data_Degree = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    Data_Education = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    Data_EthnicGroup = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    Data_GraduatedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Data_Major = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    Data_NativePlace = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    Data_Occupation = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    Data_PoliticalStatus = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    Data_School = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    Data_TitleLevel = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    Data_TitleName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    Data_TitleSeries = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    Data_TitleSince = table.Column<DateOnly>(type: "date", nullable: true),
                    Data_WorkingSince = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Professionals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Professionals_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Professionals_Departments_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "Departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Professionals_Organizations_EmployerId",
                        column: x => x.EmployerId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Certificates",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Number = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    ProfessionalId = table.Column<long>(type: "bigint", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Generation = table.Column<int>(type: "integer", nullable: false),
                    EmployerId = table.Column<long>(type: "bigint", nullable: false),
                    CityCode = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: true),
                    CountyCode = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: true),
                    IssuerId = table.Column<long>(type: "bigint", nullable: false),
                    Content = table.Column<string>(type: "character varying(40000)", maxLength: 40000, nullable: false),
                    IssuedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Prints = table.Column<int>(type: "integer", nullable: false),
                    VoidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Certificates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Certificates_Organizations_IssuerId",
                        column: x => x.IssuerId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Certificates_Professionals_ProfessionalId",
                        column: x => x.ProfessionalId,
                        principalTable: "Professionals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CreditEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ProfessionalId = table.Column<long>(type: "bigint", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Category = table.Column<int>(type: "integer", nullable: false),
                    Hours = table.Column<decimal>(type: "numeric(7,1)", precision: 7, scale: 1, nullable: false),
                    Source = table.Column<int>(type: "integer", nullable: false),
                    SourceId = table.Column<long>(type: "bigint", nullable: false),
                    Withdrawal = table.Column<bool>(type: "boolean", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ChangeId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CreditEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CreditEntries_Professionals_ProfessionalId",
                        column: x => x.ProfessionalId,
                        principalTable: "Professionals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Declarations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ProfessionalId = table.Column<long>(type: "bigint", nullable: false),
                    EmployerId = table.Column<long>(type: "bigint", nullable: false),
                    DepartmentId = table.Column<long>(type: "bigint", nullable: true),
                    CityCode = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: true),
                    CountyCode = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: true),
                    IndustryDepartmentId = table.Column<long>(type: "bigint", nullable: true),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    TypeVersion = table.Column<int>(type: "integer", nullable: false),
                    Category = table.Column<int>(type: "integer", nullable: false),
                    CreditYear = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Details = table.Column<string>(type: "character varying(40000)", maxLength: 40000, nullable: false),
                    ClaimedHours = table.Column<decimal>(type: "numeric(7,1)", precision: 7, scale: 1, nullable: true),
                    ProposedHours = table.Column<decimal>(type: "numeric(7,1)", precision: 7, scale: 1, nullable: true),
                    RuleTrace = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    RecognisedHours = table.Column<decimal>(type: "numeric(7,1)", precision: 7, scale: 1, nullable: true),
                    Remark = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    FileId = table.Column<long>(type: "bigint", nullable: true),
                    DuplicateKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Status = table.Column<int>(type: "integer", nullable: false),
                    TargetId = table.Column<long>(type: "bigint", nullable: true),
                    SubmittedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ForwardedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    ReplacesId = table.Column<long>(type: "bigint", nullable: true),
                    FiledByHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    OnBehalf = table.Column<bool>(type: "boolean", nullable: false),
                    ChangeId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Declarations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Declarations_Attachments_FileId",
                        column: x => x.FileId,
                        principalTable: "Attachments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Declarations_Declarations_ReplacesId",
                        column: x => x.ReplacesId,
                        principalTable: "Declarations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Declarations_Organizations_EmployerId",
                        column: x => x.EmployerId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Declarations_Organizations_TargetId",
                        column: x => x.TargetId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Declarations_Professionals_ProfessionalId",
                        column: x => x.ProfessionalId,
                        principalTable: "Professionals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Registrations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    AccountId = table.Column<long>(type: "bigint", nullable: false),
                    ProfessionalId = table.Column<long>(type: "bigint", nullable: true),
                    ReviewerId = table.Column<long>(type: "bigint", nullable: false),
                    Status = table.Column<int>(type: "integer", nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    ChangeId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Registrations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Registrations_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Registrations_Organizations_ReviewerId",
                        column: x => x.ReviewerId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Registrations_Professionals_ProfessionalId",
                        column: x => x.ProfessionalId,
                        principalTable: "Professionals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "YearTotals",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ProfessionalId = table.Column<long>(type: "bigint", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    EmployerId = table.Column<long>(type: "bigint", nullable: false),
                    CityCode = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: true),
                    CountyCode = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: true),
                    IndustryDepartmentId = table.Column<long>(type: "bigint", nullable: true),
                    TitleLevel = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    RequiredPublic = table.Column<decimal>(type: "numeric(7,1)", precision: 7, scale: 1, nullable: false),
                    RequiredProfessional = table.Column<decimal>(type: "numeric(7,1)", precision: 7, scale: 1, nullable: false),
                    PublicHours = table.Column<decimal>(type: "numeric(7,1)", precision: 7, scale: 1, nullable: false),
                    ProfessionalHours = table.Column<decimal>(type: "numeric(7,1)", precision: 7, scale: 1, nullable: false),
                    Completed = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_YearTotals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_YearTotals_Professionals_ProfessionalId",
                        column: x => x.ProfessionalId,
                        principalTable: "Professionals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Messages",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    AccountId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Detail = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Hours = table.Column<decimal>(type: "numeric(7,1)", precision: 7, scale: 1, nullable: true),
                    DeclarationId = table.Column<long>(type: "bigint", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ChangeId = table.Column<Guid>(type: "uuid", nullable: false),
                    MailState = table.Column<int>(type: "integer", nullable: false),
                    MailAttempts = table.Column<int>(type: "integer", nullable: false),
                    MailDueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Messages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Messages_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Messages_Declarations_DeclarationId",
                        column: x => x.DeclarationId,
                        principalTable: "Declarations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TimelineEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    DeclarationId = table.Column<long>(type: "bigint", nullable: false),
                    Event = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AccountId = table.Column<long>(type: "bigint", nullable: true),
                    Actor = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    OrganizationId = table.Column<long>(type: "bigint", nullable: true),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Hours = table.Column<decimal>(type: "numeric(7,1)", precision: 7, scale: 1, nullable: true),
                    ChangeId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TimelineEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TimelineEntries_Declarations_DeclarationId",
                        column: x => x.DeclarationId,
                        principalTable: "Declarations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TimelineEntries_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "AuditHeads",
                columns: new[] { "Id", "Hash", "Sequence" },
                values: new object[] { 1, "", 0L });

            migrationBuilder.CreateIndex(
                name: "IX_AccountClaims_UserId",
                table: "AccountClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AccountLogins_UserId",
                table: "AccountLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "Accounts",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_OrganizationId_UserType_State_Id",
                table: "Accounts",
                columns: new[] { "OrganizationId", "UserType", "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_PersonHash",
                table: "Accounts",
                column: "PersonHash");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "Accounts",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_Hash",
                table: "Attachments",
                column: "Hash");

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_OwnerId",
                table: "Attachments",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_AccountId_Sequence",
                table: "AuditEntries",
                columns: new[] { "AccountId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Subject_Sequence",
                table: "AuditEntries",
                columns: new[] { "Subject", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_CaptchaChallenges_ExpiresAt",
                table: "CaptchaChallenges",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_EmployerId_Year_Id",
                table: "Certificates",
                columns: new[] { "EmployerId", "Year", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_IssuerId",
                table: "Certificates",
                column: "IssuerId");

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_Number",
                table: "Certificates",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_ProfessionalId_Year_Generation",
                table: "Certificates",
                columns: new[] { "ProfessionalId", "Year", "Generation" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CodeItems_List_ParentCode_Order",
                table: "CodeItems",
                columns: new[] { "List", "ParentCode", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_CreditEntries_ProfessionalId_Year_Category_Hours",
                table: "CreditEntries",
                columns: new[] { "ProfessionalId", "Year", "Category", "Hours" });

            migrationBuilder.CreateIndex(
                name: "IX_CreditEntries_Source_SourceId_ProfessionalId_Withdrawal",
                table: "CreditEntries",
                columns: new[] { "Source", "SourceId", "ProfessionalId", "Withdrawal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Declarations_ChangeId",
                table: "Declarations",
                column: "ChangeId");

            migrationBuilder.CreateIndex(
                name: "IX_Declarations_CityCode_ForwardedAt_Id",
                table: "Declarations",
                columns: new[] { "CityCode", "ForwardedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Declarations_CountyCode_ForwardedAt_Id",
                table: "Declarations",
                columns: new[] { "CountyCode", "ForwardedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Declarations_EmployerId_Category_Status_SubmittedAt_Id",
                table: "Declarations",
                columns: new[] { "EmployerId", "Category", "Status", "SubmittedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Declarations_EmployerId_SubmittedAt_Id",
                table: "Declarations",
                columns: new[] { "EmployerId", "SubmittedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Declarations_FileId",
                table: "Declarations",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_Declarations_ForwardedAt_Id",
                table: "Declarations",
                columns: new[] { "ForwardedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Declarations_IndustryDepartmentId_ForwardedAt_Id",
                table: "Declarations",
                columns: new[] { "IndustryDepartmentId", "ForwardedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Declarations_Kind_DuplicateKey",
                table: "Declarations",
                columns: new[] { "Kind", "DuplicateKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Declarations_ProfessionalId_SubmittedAt_Id",
                table: "Declarations",
                columns: new[] { "ProfessionalId", "SubmittedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Declarations_ReplacesId",
                table: "Declarations",
                column: "ReplacesId");

            migrationBuilder.CreateIndex(
                name: "IX_Declarations_TargetId_ForwardedAt_Id",
                table: "Declarations",
                columns: new[] { "TargetId", "ForwardedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Declarations_TargetId_Status_EmployerId_ForwardedAt_Id",
                table: "Declarations",
                columns: new[] { "TargetId", "Status", "EmployerId", "ForwardedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Declarations_TargetId_Status_ForwardedAt_Id",
                table: "Declarations",
                columns: new[] { "TargetId", "Status", "ForwardedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Departments_EmployerId_ParentId_Order",
                table: "Departments",
                columns: new[] { "EmployerId", "ParentId", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_Departments_ParentId",
                table: "Departments",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_Messages_AccountId_ReadAt_Id",
                table: "Messages",
                columns: new[] { "AccountId", "ReadAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Messages_DeclarationId",
                table: "Messages",
                column: "DeclarationId");

            migrationBuilder.CreateIndex(
                name: "IX_Messages_MailState_MailDueAt",
                table: "Messages",
                columns: new[] { "MailState", "MailDueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_NameGrams_OrganizationId",
                table: "NameGrams",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_IndustryDepartmentId",
                table: "Organizations",
                column: "IndustryDepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_Kind_CityCode_State_Id",
                table: "Organizations",
                columns: new[] { "Kind", "CityCode", "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_Kind_CountyCode_State_Id",
                table: "Organizations",
                columns: new[] { "Kind", "CountyCode", "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_Kind_OrgCode",
                table: "Organizations",
                columns: new[] { "Kind", "OrgCode" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_Kind_RegionCode_State_Id",
                table: "Organizations",
                columns: new[] { "Kind", "RegionCode", "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_SupervisorId",
                table: "Organizations",
                column: "SupervisorId");

            migrationBuilder.CreateIndex(
                name: "IX_Professionals_AccountId",
                table: "Professionals",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Professionals_CityCode_Id",
                table: "Professionals",
                columns: new[] { "CityCode", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Professionals_CountyCode_Id",
                table: "Professionals",
                columns: new[] { "CountyCode", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Professionals_DepartmentId",
                table: "Professionals",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_Professionals_EmployerId_Id",
                table: "Professionals",
                columns: new[] { "EmployerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Professionals_IndustryDepartmentId_Id",
                table: "Professionals",
                columns: new[] { "IndustryDepartmentId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Professionals_PersonHash",
                table: "Professionals",
                column: "PersonHash");

            migrationBuilder.CreateIndex(
                name: "IX_Regions_ParentCode",
                table: "Regions",
                column: "ParentCode");

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_AccountId",
                table: "Registrations",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_ChangeId",
                table: "Registrations",
                column: "ChangeId");

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_ProfessionalId",
                table: "Registrations",
                column: "ProfessionalId");

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_ReviewerId_Status_SubmittedAt_Id",
                table: "Registrations",
                columns: new[] { "ReviewerId", "Status", "SubmittedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RequiredHours_Year_TitleLevel",
                table: "RequiredHours",
                columns: new[] { "Year", "TitleLevel" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TimelineEntries_DeclarationId_Id",
                table: "TimelineEntries",
                columns: new[] { "DeclarationId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_TimelineEntries_OrganizationId",
                table: "TimelineEntries",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_YearTotals_CityCode_Year_Completed_Id",
                table: "YearTotals",
                columns: new[] { "CityCode", "Year", "Completed", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_YearTotals_CityCode_Year_Id",
                table: "YearTotals",
                columns: new[] { "CityCode", "Year", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_YearTotals_CountyCode_Year_Completed_Id",
                table: "YearTotals",
                columns: new[] { "CountyCode", "Year", "Completed", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_YearTotals_CountyCode_Year_Id",
                table: "YearTotals",
                columns: new[] { "CountyCode", "Year", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_YearTotals_EmployerId_Year_Completed_Id",
                table: "YearTotals",
                columns: new[] { "EmployerId", "Year", "Completed", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_YearTotals_EmployerId_Year_Id",
                table: "YearTotals",
                columns: new[] { "EmployerId", "Year", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_YearTotals_IndustryDepartmentId_Year_Completed_Id",
                table: "YearTotals",
                columns: new[] { "IndustryDepartmentId", "Year", "Completed", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_YearTotals_IndustryDepartmentId_Year_Id",
                table: "YearTotals",
                columns: new[] { "IndustryDepartmentId", "Year", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_YearTotals_ProfessionalId_Year",
                table: "YearTotals",
                columns: new[] { "ProfessionalId", "Year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_YearTotals_Year_Id",
                table: "YearTotals",
                columns: new[] { "Year", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccountClaims");

            migrationBuilder.DropTable(
                name: "AccountLogins");

            migrationBuilder.DropTable(
                name: "AccountTokens");

            migrationBuilder.DropTable(
                name: "AuditEntries");

            migrationBuilder.DropTable(
                name: "AuditHeads");

            migrationBuilder.DropTable(
                name: "CaptchaChallenges");

            migrationBuilder.DropTable(
                name: "CertificateCounters");

            migrationBuilder.DropTable(
                name: "Certificates");

            migrationBuilder.DropTable(
                name: "CodeItems");

            migrationBuilder.DropTable(
                name: "CreditEntries");

            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropTable(
                name: "Messages");

            migrationBuilder.DropTable(
                name: "NameGrams");

            migrationBuilder.DropTable(
                name: "Regions");

            migrationBuilder.DropTable(
                name: "Registrations");

            migrationBuilder.DropTable(
                name: "RequiredHours");

            migrationBuilder.DropTable(
                name: "SignInFailures");

            migrationBuilder.DropTable(
                name: "TimelineEntries");

            migrationBuilder.DropTable(
                name: "YearTotals");

            migrationBuilder.DropTable(
                name: "Declarations");

            migrationBuilder.DropTable(
                name: "Attachments");

            migrationBuilder.DropTable(
                name: "Professionals");

            migrationBuilder.DropTable(
                name: "Accounts");

            migrationBuilder.DropTable(
                name: "Departments");

            migrationBuilder.DropTable(
                name: "Organizations");
        }
    }
}
