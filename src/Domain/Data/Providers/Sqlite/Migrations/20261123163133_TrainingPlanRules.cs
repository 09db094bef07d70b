using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HnCe.Domain.Data.Providers.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class TrainingPlanRules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "SubmittedByHash",
                table: "TrainingPlans",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "NameKey",
                table: "Subjects",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_Subjects_OwnerId_NameKey",
                table: "Subjects",
                columns: new[] { "OwnerId", "NameKey" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Subjects_OwnerId_NameKey",
                table: "Subjects");

            migrationBuilder.DropColumn(
                name: "SubmittedByHash",
                table: "TrainingPlans");

            migrationBuilder.DropColumn(
                name: "NameKey",
                table: "Subjects");
        }
    }
}
