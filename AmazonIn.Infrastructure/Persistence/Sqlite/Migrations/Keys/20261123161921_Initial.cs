using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AmazonIn.Infrastructure.Persistence.Sqlite.Migrations.Keys
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DataKeys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChannelId = table.Column<long>(type: "INTEGER", nullable: false),
                    AmazonOrderId = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    MasterKeyId = table.Column<string>(type: "TEXT", unicode: false, maxLength: 16, nullable: false),
                    Wrapped = table.Column<byte[]>(type: "BLOB", maxLength: 61, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataKeys", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DataKeys_ChannelId_AmazonOrderId",
                table: "DataKeys",
                columns: new[] { "ChannelId", "AmazonOrderId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DataKeys");
        }
    }
}
