using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AmazonIn.Infrastructure.Persistence.Sqlite.Migrations.Portal
{
    /// <inheritdoc />
    public partial class PersonalData : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ContactDeletedAt",
                table: "SalesOrders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RevealSuspendedUntil",
                table: "AspNetUsers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DeletionCertificates",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Orders = table.Column<int>(type: "INTEGER", nullable: false),
                    Keys = table.Column<int>(type: "INTEGER", nullable: false),
                    Contacts = table.Column<int>(type: "INTEGER", nullable: false),
                    BuyerMarks = table.Column<int>(type: "INTEGER", nullable: false),
                    EarliestExpiry = table.Column<DateTime>(type: "TEXT", nullable: true),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    OrdersHash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeletionCertificates", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SalesOrders_ContactExpiresAt",
                table: "SalesOrders",
                column: "ContactExpiresAt",
                filter: "[ContactDeletedAt] IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DeletionCertificates");

            migrationBuilder.DropIndex(
                name: "IX_SalesOrders_ContactExpiresAt",
                table: "SalesOrders");

            migrationBuilder.DropColumn(
                name: "ContactDeletedAt",
                table: "SalesOrders");

            migrationBuilder.DropColumn(
                name: "RevealSuspendedUntil",
                table: "AspNetUsers");
        }
    }
}
