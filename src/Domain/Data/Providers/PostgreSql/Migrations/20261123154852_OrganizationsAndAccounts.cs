using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace HnCe.Domain.Data.Providers.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class OrganizationsAndAccounts : Migration
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
                name: "IX_PasswordTickets_AccountId",
                table: "PasswordTickets",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_TitleLevelPeriods_ProfessionalId_Since",
                table: "TitleLevelPeriods",
                columns: new[] { "ProfessionalId", "Since" });

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
                name: "PasswordTickets");

            migrationBuilder.DropTable(
                name: "TitleLevelPeriods");

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
