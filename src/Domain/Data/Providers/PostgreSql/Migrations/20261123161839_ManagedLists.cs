using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HnCe.Domain.Data.Providers.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class ManagedLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Organizations_Kind_State_Id",
                table: "Organizations",
                columns: new[] { "Kind", "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_UserType_Id",
                table: "Accounts",
                columns: new[] { "UserType", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Organizations_Kind_State_Id",
                table: "Organizations");

            migrationBuilder.DropIndex(
                name: "IX_Accounts_UserType_Id",
                table: "Accounts");
        }
    }
}
