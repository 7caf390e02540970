using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AmazonIn.Infrastructure.Persistence.Sqlite.Migrations.Portal
{
    /// <inheritdoc />
    public partial class Outward : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // SQLite drops a column in place; EF would rebuild the table, outside the transaction.
            migrationBuilder.Sql("ALTER TABLE Listings DROP COLUMN QuantitySent");

            migrationBuilder.Sql("ALTER TABLE Listings DROP COLUMN Reason");

            migrationBuilder.AddColumn<string>(
                name: "AmazonStatus",
                table: "SalesOrders",
                type: "TEXT",
                unicode: false,
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "AmazonTotal",
                table: "SalesOrders",
                type: "TEXT",
                precision: 19,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "CancelRequestDeclinedAt",
                table: "SalesOrders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "PlaceByHand",
                table: "SalesOrders",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "StatusByHand",
                table: "SalesOrders",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "InactiveSince",
                table: "SalesChannels",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "OpenSince",
                table: "SalesChannels",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<DateTime>(
                name: "RemovedAt",
                table: "SalesChannels",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "AmazonQuantity",
                table: "OrderLines",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "AmazonTotal",
                table: "OrderLines",
                type: "TEXT",
                precision: 19,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "ByHand",
                table: "OrderLines",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "QuantityFulfilledAtAmazon",
                table: "OrderLines",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "QuantityShipped",
                table: "OrderLines",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "OpeningChannelId",
                table: "Items",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "OpeningStockAt",
                table: "Items",
                type: "TEXT",
                nullable: true);

            // What earlier versions knew goes on under its new name.
            migrationBuilder.Sql(
                "UPDATE Items SET OpeningStockAt = CreatedAt, OpeningChannelId = "
                + "(SELECT MIN(Listings.ChannelId) FROM Listings WHERE Listings.ItemId = Items.Id) WHERE OpeningStockTaken = 1");
            migrationBuilder.Sql("UPDATE SalesOrders SET AmazonStatus = Status, AmazonTotal = Total WHERE ChannelId IS NOT NULL");
            migrationBuilder.Sql("UPDATE OrderLines SET QuantityFulfilledAtAmazon = QuantityFulfilled");
            migrationBuilder.Sql("UPDATE SalesChannels SET OpenSince = ConnectedAt");

            migrationBuilder.Sql("ALTER TABLE Items DROP COLUMN OpeningStockTaken");

            migrationBuilder.CreateTable(
                name: "Carriers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    AmazonCode = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Carriers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Packages",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SalesOrderId = table.Column<long>(type: "INTEGER", nullable: false),
                    Reference = table.Column<int>(type: "INTEGER", nullable: false),
                    PackedBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    PackedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Packages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Packages_SalesOrders_SalesOrderId",
                        column: x => x.SalesOrderId,
                        principalTable: "SalesOrders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StockClaims",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrderKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    LineKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ItemId = table.Column<long>(type: "INTEGER", nullable: false),
                    WarehouseId = table.Column<long>(type: "INTEGER", nullable: false),
                    Reserved = table.Column<int>(type: "INTEGER", nullable: false),
                    Taken = table.Column<int>(type: "INTEGER", nullable: false),
                    SaidAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StockClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StockClaims_Items_ItemId",
                        column: x => x.ItemId,
                        principalTable: "Items",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StockClaims_Warehouses_WarehouseId",
                        column: x => x.WarehouseId,
                        principalTable: "Warehouses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StockPushAnswers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ListingId = table.Column<long>(type: "INTEGER", nullable: false),
                    ChannelId = table.Column<long>(type: "INTEGER", nullable: false),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    Route = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    State = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    RequestId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StockPushAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StockPushAnswers_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StockPushes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ListingId = table.Column<long>(type: "INTEGER", nullable: false),
                    ChannelId = table.Column<long>(type: "INTEGER", nullable: false),
                    Change = table.Column<long>(type: "INTEGER", nullable: false),
                    SentChange = table.Column<long>(type: "INTEGER", nullable: false),
                    Due = table.Column<bool>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: true),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Route = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: true),
                    FeedId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    FeedMessage = table.Column<int>(type: "INTEGER", nullable: true),
                    RequestId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    NotBefore = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReadBackAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReadBacks = table.Column<int>(type: "INTEGER", nullable: false),
                    Effective = table.Column<int>(type: "INTEGER", nullable: true),
                    EffectiveAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Buffer = table.Column<int>(type: "INTEGER", nullable: false),
                    Cap = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StockPushes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StockPushes_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WorkLeases",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", unicode: false, maxLength: 60, nullable: false),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkLeases", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PackageLines",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PackageId = table.Column<long>(type: "INTEGER", nullable: false),
                    OrderLineId = table.Column<long>(type: "INTEGER", nullable: false),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PackageLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PackageLines_OrderLines_OrderLineId",
                        column: x => x.OrderLineId,
                        principalTable: "OrderLines",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PackageLines_Packages_PackageId",
                        column: x => x.PackageId,
                        principalTable: "Packages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Shipments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PackageId = table.Column<long>(type: "INTEGER", nullable: false),
                    CarrierCode = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    CarrierName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    TrackingNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ShippedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    Change = table.Column<int>(type: "INTEGER", nullable: false),
                    SentChange = table.Column<int>(type: "INTEGER", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    RequestId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ToldAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    NotBefore = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReadBackAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReadBacks = table.Column<int>(type: "INTEGER", nullable: false),
                    SeenAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Shipments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Shipments_Packages_PackageId",
                        column: x => x.PackageId,
                        principalTable: "Packages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Carriers_Name",
                table: "Carriers",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PackageLines_OrderLineId",
                table: "PackageLines",
                column: "OrderLineId");

            migrationBuilder.CreateIndex(
                name: "IX_PackageLines_PackageId_OrderLineId",
                table: "PackageLines",
                columns: new[] { "PackageId", "OrderLineId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Packages_SalesOrderId_Reference",
                table: "Packages",
                columns: new[] { "SalesOrderId", "Reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Shipments_PackageId",
                table: "Shipments",
                column: "PackageId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Shipments_ReadBackAt",
                table: "Shipments",
                column: "ReadBackAt",
                filter: "[ReadBackAt] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Shipments_State",
                table: "Shipments",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_StockClaims_ItemId",
                table: "StockClaims",
                column: "ItemId",
                filter: "[Reserved] <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_StockClaims_OrderKey_LineKey",
                table: "StockClaims",
                columns: new[] { "OrderKey", "LineKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StockPushAnswers_At",
                table: "StockPushAnswers",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_StockPushAnswers_ListingId",
                table: "StockPushAnswers",
                column: "ListingId");

            migrationBuilder.CreateIndex(
                name: "IX_StockPushes_ChannelId",
                table: "StockPushes",
                column: "ChannelId",
                filter: "[Due]");

            migrationBuilder.CreateIndex(
                name: "IX_StockPushes_ChannelId_ReadBackAt",
                table: "StockPushes",
                columns: new[] { "ChannelId", "ReadBackAt" },
                filter: "[ReadBackAt] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_StockPushes_FeedId",
                table: "StockPushes",
                column: "FeedId",
                filter: "[FeedId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_StockPushes_ListingId",
                table: "StockPushes",
                column: "ListingId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WorkLeases_Name",
                table: "WorkLeases",
                column: "Name",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Carriers");

            migrationBuilder.DropTable(
                name: "PackageLines");

            migrationBuilder.DropTable(
                name: "Shipments");

            migrationBuilder.DropTable(
                name: "StockClaims");

            migrationBuilder.DropTable(
                name: "StockPushAnswers");

            migrationBuilder.DropTable(
                name: "StockPushes");

            migrationBuilder.DropTable(
                name: "WorkLeases");

            migrationBuilder.DropTable(
                name: "Packages");

            migrationBuilder.DropColumn(
                name: "AmazonStatus",
                table: "SalesOrders");

            migrationBuilder.DropColumn(
                name: "AmazonTotal",
                table: "SalesOrders");

            migrationBuilder.DropColumn(
                name: "CancelRequestDeclinedAt",
                table: "SalesOrders");

            migrationBuilder.DropColumn(
                name: "PlaceByHand",
                table: "SalesOrders");

            migrationBuilder.DropColumn(
                name: "StatusByHand",
                table: "SalesOrders");

            migrationBuilder.DropColumn(
                name: "InactiveSince",
                table: "SalesChannels");

            migrationBuilder.DropColumn(
                name: "OpenSince",
                table: "SalesChannels");

            migrationBuilder.DropColumn(
                name: "RemovedAt",
                table: "SalesChannels");

            migrationBuilder.DropColumn(
                name: "AmazonQuantity",
                table: "OrderLines");

            migrationBuilder.DropColumn(
                name: "AmazonTotal",
                table: "OrderLines");

            migrationBuilder.DropColumn(
                name: "ByHand",
                table: "OrderLines");

            migrationBuilder.DropColumn(
                name: "QuantityFulfilledAtAmazon",
                table: "OrderLines");

            migrationBuilder.DropColumn(
                name: "QuantityShipped",
                table: "OrderLines");

            migrationBuilder.DropColumn(
                name: "OpeningChannelId",
                table: "Items");

            migrationBuilder.DropColumn(
                name: "OpeningStockAt",
                table: "Items");

            migrationBuilder.AddColumn<int>(
                name: "QuantitySent",
                table: "Listings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "Listings",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "OpeningStockTaken",
                table: "Items",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);
        }
    }
}
