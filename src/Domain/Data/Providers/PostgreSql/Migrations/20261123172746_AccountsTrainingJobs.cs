using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace HnCe.Domain.Data.Providers.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class AccountsTrainingJobs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Registrations_ReviewerId_Status_SubmittedAt_Id",
                table: "Registrations");

            migrationBuilder.DropIndex(
                name: "IX_Organizations_Kind_OrgCode",
                table: "Organizations");

            migrationBuilder.AddColumn<byte[]>(
                name: "AddressSealed",
                table: "Professionals",
                type: "bytea",
                maxLength: 700,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Data_AppointedOn",
                table: "Professionals",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Data_AppointedTitle",
                table: "Professionals",
                type: "character varying(256)",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Data_PostalCode",
                table: "Professionals",
                type: "character varying(256)",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Data_PractisingQualification",
                table: "Professionals",
                type: "character varying(256)",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Data_QualifiedOn",
                table: "Professionals",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Data_TitleCertificateNo",
                table: "Professionals",
                type: "character varying(256)",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "LandlineSealed",
                table: "Professionals",
                type: "bytea",
                maxLength: 128,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PhotoId",
                table: "Professionals",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "CertificateScanId",
                table: "Organizations",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CodeKey",
                table: "Organizations",
                type: "character varying(9)",
                maxLength: 9,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Data_Address",
                table: "Organizations",
                type: "character varying(256)",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Data_Affiliation",
                table: "Organizations",
                type: "character varying(256)",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Data_Contact",
                table: "Organizations",
                type: "character varying(256)",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Data_CreditCode",
                table: "Organizations",
                type: "character varying(256)",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Data_Fax",
                table: "Organizations",
                type: "character varying(256)",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Data_Industry",
                table: "Organizations",
                type: "character varying(256)",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Data_InstitutionLevel",
                table: "Organizations",
                type: "character varying(256)",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Data_LegalRepresentative",
                table: "Organizations",
                type: "character varying(256)",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Data_Level",
                table: "Organizations",
                type: "character varying(256)",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Data_Mail",
                table: "Organizations",
                type: "character varying(256)",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Data_Nature",
                table: "Organizations",
                type: "character varying(256)",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Data_Phone",
                table: "Organizations",
                type: "character varying(256)",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Data_PostalCode",
                table: "Organizations",
                type: "character varying(256)",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Data_ProfessionalCount",
                table: "Organizations",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Objection",
                table: "Declarations",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ObjectionAnswer",
                table: "Declarations",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AlterColumn<long>(
                name: "OwnerId",
                table: "Attachments",
                type: "bigint",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "bigint");

            migrationBuilder.AddColumn<Guid>(
                name: "Ticket",
                table: "Attachments",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FormerPasswords",
                table: "Accounts",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "InitialPasswordUntil",
                table: "Accounts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "MustChangePassword",
                table: "Accounts",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<byte[]>(
                name: "SecondFactorSealed",
                table: "Accounts",
                type: "bytea",
                maxLength: 128,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SecondFactorStep",
                table: "Accounts",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "CreditYearClosings",
                columns: table => new
                {
                    CreditYear = table.Column<int>(type: "integer", nullable: false),
                    Month = table.Column<int>(type: "integer", nullable: false),
                    Day = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CreditYearClosings", x => x.CreditYear);
                });

            migrationBuilder.CreateTable(
                name: "DeclarationRevisions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    ValidFromYear = table.Column<int>(type: "integer", nullable: false),
                    Definition = table.Column<string>(type: "character varying(60000)", maxLength: 60000, nullable: false),
                    Rule = table.Column<string>(type: "character varying(60000)", maxLength: 60000, nullable: false),
                    MadeBy = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ChangeId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeclarationRevisions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Jobs",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Title = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    OwnerId = table.Column<long>(type: "bigint", nullable: false),
                    Parameters = table.Column<byte[]>(type: "bytea", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Done = table.Column<int>(type: "integer", nullable: false),
                    Total = table.Column<int>(type: "integer", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Message = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    FileName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LeasedUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Lease = table.Column<Guid>(type: "uuid", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Jobs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Jobs_Accounts_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PasswordTickets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<long>(type: "bigint", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PasswordTickets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PasswordTickets_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Subjects",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OwnerId = table.Column<long>(type: "bigint", nullable: false),
                    Category = table.Column<int>(type: "integer", nullable: false),
                    NameKey = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Retired = table.Column<bool>(type: "boolean", nullable: false),
                    Data_Hours = table.Column<decimal>(type: "numeric(7,1)", precision: 7, scale: 1, nullable: false),
                    Data_Major = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    Data_Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Data_Recommendation = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Data_Textbook = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    Data_TrainingYear = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Subjects", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Subjects_Organizations_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TitleLevelPeriods",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ProfessionalId = table.Column<long>(type: "bigint", nullable: false),
                    TitleLevel = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Since = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TitleLevelPeriods", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TitleLevelPeriods_Professionals_ProfessionalId",
                        column: x => x.ProfessionalId,
                        principalTable: "Professionals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TrainingPlans",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    InstitutionId = table.Column<long>(type: "bigint", nullable: false),
                    SubjectId = table.Column<long>(type: "bigint", nullable: false),
                    Category = table.Column<int>(type: "integer", nullable: false),
                    TargetId = table.Column<long>(type: "bigint", nullable: true),
                    FileId = table.Column<long>(type: "bigint", nullable: true),
                    Status = table.Column<int>(type: "integer", nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SubmittedByHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    ChangeId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Data_Assessment = table.Column<int>(type: "integer", nullable: false),
                    Data_Audience = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    Data_Content = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Data_CreditYear = table.Column<int>(type: "integer", nullable: false),
                    Data_EndsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Data_Fee = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    Data_Form = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Data_Hours = table.Column<decimal>(type: "numeric(7,1)", precision: 7, scale: 1, nullable: false),
                    Data_Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Data_PassMark = table.Column<decimal>(type: "numeric(7,1)", precision: 7, scale: 1, nullable: false),
                    Data_Place = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    Data_PlannedTrainees = table.Column<int>(type: "integer", nullable: false),
                    Data_Remark = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Data_StartsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Data_Teachers = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    Data_TrainingYear = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrainingPlans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TrainingPlans_Attachments_FileId",
                        column: x => x.FileId,
                        principalTable: "Attachments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TrainingPlans_Organizations_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TrainingPlans_Organizations_TargetId",
                        column: x => x.TargetId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TrainingPlans_Subjects_SubjectId",
                        column: x => x.SubjectId,
                        principalTable: "Subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TrainingClasses",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PlanId = table.Column<long>(type: "bigint", nullable: false),
                    InstitutionId = table.Column<long>(type: "bigint", nullable: false),
                    SubjectId = table.Column<long>(type: "bigint", nullable: false),
                    Category = table.Column<int>(type: "integer", nullable: false),
                    TrainingYear = table.Column<int>(type: "integer", nullable: false),
                    CreditYear = table.Column<int>(type: "integer", nullable: false),
                    Hours = table.Column<decimal>(type: "numeric(7,1)", precision: 7, scale: 1, nullable: false),
                    Status = table.Column<int>(type: "integer", nullable: false),
                    TargetId = table.Column<long>(type: "bigint", nullable: true),
                    SubmittedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    TraineeCount = table.Column<int>(type: "integer", nullable: false),
                    QualifiedCount = table.Column<int>(type: "integer", nullable: false),
                    SubmittedByHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    ChangeId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Data_Capacity = table.Column<int>(type: "integer", nullable: false),
                    Data_EndsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Data_Manager = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    Data_Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Data_Phone = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    Data_Place = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    Data_Remark = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Data_StartsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Data_Teachers = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrainingClasses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TrainingClasses_Organizations_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TrainingClasses_Organizations_TargetId",
                        column: x => x.TargetId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TrainingClasses_Subjects_SubjectId",
                        column: x => x.SubjectId,
                        principalTable: "Subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TrainingClasses_TrainingPlans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "TrainingPlans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TraineeScores",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ClassId = table.Column<long>(type: "bigint", nullable: false),
                    ProfessionalId = table.Column<long>(type: "bigint", nullable: false),
                    EmployerId = table.Column<long>(type: "bigint", nullable: false),
                    Score = table.Column<decimal>(type: "numeric(7,1)", precision: 7, scale: 1, nullable: true),
                    Qualified = table.Column<bool>(type: "boolean", nullable: false),
                    Remark = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    ExclusionReason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    CreditedHours = table.Column<decimal>(type: "numeric(7,1)", precision: 7, scale: 1, nullable: true),
                    EnteredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TraineeScores", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TraineeScores_Organizations_EmployerId",
                        column: x => x.EmployerId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TraineeScores_Professionals_ProfessionalId",
                        column: x => x.ProfessionalId,
                        principalTable: "Professionals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TraineeScores_TrainingClasses_ClassId",
                        column: x => x.ClassId,
                        principalTable: "TrainingClasses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_ReviewerId_Kind_Status_SubmittedAt_Id",
                table: "Registrations",
                columns: new[] { "ReviewerId", "Kind", "Status", "SubmittedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Professionals_PhotoId",
                table: "Professionals",
                column: "PhotoId");

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_CertificateScanId",
                table: "Organizations",
                column: "CertificateScanId");

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_Kind_CodeKey",
                table: "Organizations",
                columns: new[] { "Kind", "CodeKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_Kind_OrgCode",
                table: "Organizations",
                columns: new[] { "Kind", "OrgCode" });

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_Kind_State_Id",
                table: "Organizations",
                columns: new[] { "Kind", "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_UserType_Id",
                table: "Accounts",
                columns: new[] { "UserType", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_DeclarationRevisions_Kind_Version",
                table: "DeclarationRevisions",
                columns: new[] { "Kind", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Jobs_OwnerId_Id",
                table: "Jobs",
                columns: new[] { "OwnerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Jobs_State_Id",
                table: "Jobs",
                columns: new[] { "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PasswordTickets_AccountId",
                table: "PasswordTickets",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Subjects_Category_Retired_Id",
                table: "Subjects",
                columns: new[] { "Category", "Retired", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Subjects_OwnerId_Id",
                table: "Subjects",
                columns: new[] { "OwnerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Subjects_OwnerId_NameKey",
                table: "Subjects",
                columns: new[] { "OwnerId", "NameKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TitleLevelPeriods_ProfessionalId_Since",
                table: "TitleLevelPeriods",
                columns: new[] { "ProfessionalId", "Since" });

            migrationBuilder.CreateIndex(
                name: "IX_TraineeScores_ClassId_ProfessionalId",
                table: "TraineeScores",
                columns: new[] { "ClassId", "ProfessionalId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TraineeScores_EmployerId_Id",
                table: "TraineeScores",
                columns: new[] { "EmployerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_TraineeScores_ProfessionalId_Id",
                table: "TraineeScores",
                columns: new[] { "ProfessionalId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_TrainingClasses_ChangeId",
                table: "TrainingClasses",
                column: "ChangeId");

            migrationBuilder.CreateIndex(
                name: "IX_TrainingClasses_InstitutionId_Id",
                table: "TrainingClasses",
                columns: new[] { "InstitutionId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_TrainingClasses_PlanId_Status",
                table: "TrainingClasses",
                columns: new[] { "PlanId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_TrainingClasses_SubjectId",
                table: "TrainingClasses",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_TrainingClasses_TargetId_Status_SubmittedAt_Id",
                table: "TrainingClasses",
                columns: new[] { "TargetId", "Status", "SubmittedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_TrainingPlans_ChangeId",
                table: "TrainingPlans",
                column: "ChangeId");

            migrationBuilder.CreateIndex(
                name: "IX_TrainingPlans_FileId",
                table: "TrainingPlans",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_TrainingPlans_InstitutionId_Id",
                table: "TrainingPlans",
                columns: new[] { "InstitutionId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_TrainingPlans_SubjectId",
                table: "TrainingPlans",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_TrainingPlans_TargetId_Status_SubmittedAt_Id",
                table: "TrainingPlans",
                columns: new[] { "TargetId", "Status", "SubmittedAt", "Id" });

            migrationBuilder.AddForeignKey(
                name: "FK_Organizations_Attachments_CertificateScanId",
                table: "Organizations",
                column: "CertificateScanId",
                principalTable: "Attachments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Professionals_Attachments_PhotoId",
                table: "Professionals",
                column: "PhotoId",
                principalTable: "Attachments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            // Codes of the organizations that are there already are taken.
            migrationBuilder.Sql("UPDATE \"Organizations\" SET \"CodeKey\" = \"OrgCode\"");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Organizations_Attachments_CertificateScanId",
                table: "Organizations");

            migrationBuilder.DropForeignKey(
                name: "FK_Professionals_Attachments_PhotoId",
                table: "Professionals");

            migrationBuilder.DropTable(
                name: "CreditYearClosings");

            migrationBuilder.DropTable(
                name: "DeclarationRevisions");

            migrationBuilder.DropTable(
                name: "Jobs");

            migrationBuilder.DropTable(
                name: "PasswordTickets");

            migrationBuilder.DropTable(
                name: "TitleLevelPeriods");

            migrationBuilder.DropTable(
                name: "TraineeScores");

            migrationBuilder.DropTable(
                name: "TrainingClasses");

            migrationBuilder.DropTable(
                name: "TrainingPlans");

            migrationBuilder.DropTable(
                name: "Subjects");

            migrationBuilder.DropIndex(
                name: "IX_Registrations_ReviewerId_Kind_Status_SubmittedAt_Id",
                table: "Registrations");

            migrationBuilder.DropIndex(
                name: "IX_Professionals_PhotoId",
                table: "Professionals");

            migrationBuilder.DropIndex(
                name: "IX_Organizations_CertificateScanId",
                table: "Organizations");

            migrationBuilder.DropIndex(
                name: "IX_Organizations_Kind_CodeKey",
                table: "Organizations");

            migrationBuilder.DropIndex(
                name: "IX_Organizations_Kind_OrgCode",
                table: "Organizations");

            migrationBuilder.DropIndex(
                name: "IX_Organizations_Kind_State_Id",
                table: "Organizations");

            migrationBuilder.DropIndex(
                name: "IX_Accounts_UserType_Id",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "AddressSealed",
                table: "Professionals");

            migrationBuilder.DropColumn(
                name: "Data_AppointedOn",
                table: "Professionals");

            migrationBuilder.DropColumn(
                name: "Data_AppointedTitle",
                table: "Professionals");

            migrationBuilder.DropColumn(
                name: "Data_PostalCode",
                table: "Professionals");

            migrationBuilder.DropColumn(
                name: "Data_PractisingQualification",
                table: "Professionals");

            migrationBuilder.DropColumn(
                name: "Data_QualifiedOn",
                table: "Professionals");

            migrationBuilder.DropColumn(
                name: "Data_TitleCertificateNo",
                table: "Professionals");

            migrationBuilder.DropColumn(
                name: "LandlineSealed",
                table: "Professionals");

            migrationBuilder.DropColumn(
                name: "PhotoId",
                table: "Professionals");

            migrationBuilder.DropColumn(
                name: "CertificateScanId",
                table: "Organizations");

            migrationBuilder.DropColumn(
                name: "CodeKey",
                table: "Organizations");

            migrationBuilder.DropColumn(
                name: "Data_Address",
                table: "Organizations");

            migrationBuilder.DropColumn(
                name: "Data_Affiliation",
                table: "Organizations");

            migrationBuilder.DropColumn(
                name: "Data_Contact",
                table: "Organizations");

            migrationBuilder.DropColumn(
                name: "Data_CreditCode",
                table: "Organizations");

            migrationBuilder.DropColumn(
                name: "Data_Fax",
                table: "Organizations");

            migrationBuilder.DropColumn(
                name: "Data_Industry",
                table: "Organizations");

            migrationBuilder.DropColumn(
                name: "Data_InstitutionLevel",
                table: "Organizations");

            migrationBuilder.DropColumn(
                name: "Data_LegalRepresentative",
                table: "Organizations");

            migrationBuilder.DropColumn(
                name: "Data_Level",
                table: "Organizations");

            migrationBuilder.DropColumn(
                name: "Data_Mail",
                table: "Organizations");

            migrationBuilder.DropColumn(
                name: "Data_Nature",
                table: "Organizations");

            migrationBuilder.DropColumn(
                name: "Data_Phone",
                table: "Organizations");

            migrationBuilder.DropColumn(
                name: "Data_PostalCode",
                table: "Organizations");

            migrationBuilder.DropColumn(
                name: "Data_ProfessionalCount",
                table: "Organizations");

            migrationBuilder.DropColumn(
                name: "Objection",
                table: "Declarations");

            migrationBuilder.DropColumn(
                name: "ObjectionAnswer",
                table: "Declarations");

            migrationBuilder.DropColumn(
                name: "Ticket",
                table: "Attachments");

            migrationBuilder.DropColumn(
                name: "FormerPasswords",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "InitialPasswordUntil",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "MustChangePassword",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "SecondFactorSealed",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "SecondFactorStep",
                table: "Accounts");

            migrationBuilder.AlterColumn<long>(
                name: "OwnerId",
                table: "Attachments",
                type: "bigint",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "bigint",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_ReviewerId_Status_SubmittedAt_Id",
                table: "Registrations",
                columns: new[] { "ReviewerId", "Status", "SubmittedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_Kind_OrgCode",
                table: "Organizations",
                columns: new[] { "Kind", "OrgCode" },
                unique: true);
        }
    }
}
