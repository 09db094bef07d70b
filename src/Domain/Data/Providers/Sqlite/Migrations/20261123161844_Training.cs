using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HnCe.Domain.Data.Providers.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Training : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Subjects",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OwnerId = table.Column<long>(type: "INTEGER", nullable: false),
                    Category = table.Column<int>(type: "INTEGER", nullable: false),
                    Retired = table.Column<bool>(type: "INTEGER", nullable: false),
                    Data_Hours = table.Column<double>(type: "REAL", precision: 7, scale: 1, nullable: false),
                    Data_Major = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Data_Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Data_Recommendation = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Data_Textbook = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Data_TrainingYear = table.Column<int>(type: "INTEGER", nullable: false)
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
                name: "TrainingPlans",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    InstitutionId = table.Column<long>(type: "INTEGER", nullable: false),
                    SubjectId = table.Column<long>(type: "INTEGER", nullable: false),
                    Category = table.Column<int>(type: "INTEGER", nullable: false),
                    TargetId = table.Column<long>(type: "INTEGER", nullable: true),
                    FileId = table.Column<long>(type: "INTEGER", nullable: true),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ChangeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Data_Assessment = table.Column<int>(type: "INTEGER", nullable: false),
                    Data_Audience = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Data_Content = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Data_CreditYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Data_EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Data_Fee = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Data_Form = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Data_Hours = table.Column<double>(type: "REAL", precision: 7, scale: 1, nullable: false),
                    Data_Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Data_PassMark = table.Column<double>(type: "REAL", precision: 7, scale: 1, nullable: false),
                    Data_Place = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Data_PlannedTrainees = table.Column<int>(type: "INTEGER", nullable: false),
                    Data_Remark = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Data_StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Data_Teachers = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Data_TrainingYear = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PlanId = table.Column<long>(type: "INTEGER", nullable: false),
                    InstitutionId = table.Column<long>(type: "INTEGER", nullable: false),
                    SubjectId = table.Column<long>(type: "INTEGER", nullable: false),
                    Category = table.Column<int>(type: "INTEGER", nullable: false),
                    TrainingYear = table.Column<int>(type: "INTEGER", nullable: false),
                    CreditYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Hours = table.Column<double>(type: "REAL", precision: 7, scale: 1, nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    TargetId = table.Column<long>(type: "INTEGER", nullable: true),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TraineeCount = table.Column<int>(type: "INTEGER", nullable: false),
                    QualifiedCount = table.Column<int>(type: "INTEGER", nullable: false),
                    SubmittedByHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ChangeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Data_Capacity = table.Column<int>(type: "INTEGER", nullable: false),
                    Data_EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Data_Manager = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Data_Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Data_Phone = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Data_Place = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Data_Remark = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Data_StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Data_Teachers = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ClassId = table.Column<long>(type: "INTEGER", nullable: false),
                    ProfessionalId = table.Column<long>(type: "INTEGER", nullable: false),
                    EmployerId = table.Column<long>(type: "INTEGER", nullable: false),
                    Score = table.Column<double>(type: "REAL", precision: 7, scale: 1, nullable: true),
                    Qualified = table.Column<bool>(type: "INTEGER", nullable: false),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    ExclusionReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    CreditedHours = table.Column<double>(type: "REAL", precision: 7, scale: 1, nullable: true),
                    EnteredAt = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                name: "IX_CreditEntries_ChangeId",
                table: "CreditEntries",
                column: "ChangeId");

            migrationBuilder.CreateIndex(
                name: "IX_Subjects_Category_Retired_Id",
                table: "Subjects",
                columns: new[] { "Category", "Retired", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Subjects_OwnerId_Id",
                table: "Subjects",
                columns: new[] { "OwnerId", "Id" });

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "TraineeScores");

            migrationBuilder.DropTable(
                name: "TrainingClasses");

            migrationBuilder.DropTable(
                name: "TrainingPlans");

            migrationBuilder.DropTable(
                name: "Subjects");

            migrationBuilder.DropIndex(
                name: "IX_CreditEntries_ChangeId",
                table: "CreditEntries");
        }
    }
}
