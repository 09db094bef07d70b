using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HnCe.Domain.Data.Providers.Sqlite.Migrations
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
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ObjectionAnswer",
                table: "Declarations",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CreditYearClosings",
                columns: table => new
                {
                    CreditYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    Day = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CreditYearClosings", x => x.CreditYear);
                });

            migrationBuilder.CreateTable(
                name: "DeclarationRevisions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidFromYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Definition = table.Column<string>(type: "TEXT", maxLength: 60000, nullable: false),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 60000, nullable: false),
                    MadeBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ChangeId = table.Column<Guid>(type: "TEXT", nullable: false)
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
