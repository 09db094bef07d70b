using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace HnCe.Domain.Data.Providers.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class DeclarationRevisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.CreateIndex(
                name: "IX_DeclarationRevisions_Kind_Version",
                table: "DeclarationRevisions",
                columns: new[] { "Kind", "Version" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CreditYearClosings");

            migrationBuilder.DropTable(
                name: "DeclarationRevisions");

            migrationBuilder.DropColumn(
                name: "Objection",
                table: "Declarations");

            migrationBuilder.DropColumn(
                name: "ObjectionAnswer",
                table: "Declarations");
        }
    }
}
