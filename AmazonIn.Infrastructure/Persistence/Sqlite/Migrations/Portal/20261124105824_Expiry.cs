using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AmazonIn.Infrastructure.Persistence.Sqlite.Migrations.Portal
{
    /// <inheritdoc />
    public partial class Expiry : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "ExpiryStarts",
                table: "SalesOrders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "ExpiryStartsTold",
                table: "SalesOrders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "ChannelId",
                table: "DeletionCertificates",
                type: "INTEGER",
                nullable: true);

            // What runs already has begun once; how often before is not known.
            migrationBuilder.Sql("UPDATE SalesOrders SET ExpiryStarts = 1 WHERE ContactExpiresAt IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SalesOrders_ExpiryStarts",
                table: "SalesOrders",
                column: "ExpiryStarts",
                filter: "[ExpiryStarts] > 3");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SalesOrders_ExpiryStarts",
                table: "SalesOrders");

            migrationBuilder.DropColumn(
                name: "ExpiryStarts",
                table: "SalesOrders");

            migrationBuilder.DropColumn(
                name: "ExpiryStartsTold",
                table: "SalesOrders");

            migrationBuilder.DropColumn(
                name: "ChannelId",
                table: "DeletionCertificates");
        }
    }
}
