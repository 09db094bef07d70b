using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HnCe.Domain.Data.Providers.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class TakenCodes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Codes of the organizations that are there already are taken. After the tables have their final form: SQLite rebuilds them.
            migrationBuilder.Sql("UPDATE \"Organizations\" SET \"CodeKey\" = \"OrgCode\"");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {

        }
    }
}
