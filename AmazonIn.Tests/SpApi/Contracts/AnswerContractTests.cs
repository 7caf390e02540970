using System.Globalization;
using System.Text;
using System.Text.Json;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Errors;
using AmazonIn.Infrastructure.SpApi.Listings;
using AmazonIn.Infrastructure.SpApi.Orders;
using AmazonIn.Infrastructure.SpApi.Reports.Wire;
using AmazonIn.Infrastructure.SpApi.Sellers;

namespace AmazonIn.Tests.SpApi.Contracts;

/// <summary>Every answer that Amazon publishes for the operations in use is read, with its ids and amounts.</summary>
public sealed class AnswerContractTests
{
    private static readonly DateTimeOffset _now = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    [Trait("Row", "O3")]
    public void Orders_keep_their_ids_and_amounts()
    {
        var model = PublishedModel.Orders;
        var searched = model.Examples("searchOrders", successful: true).ToList();
        var single = model.Examples("getOrder", successful: true).ToList();
        Assert.True(searched.Count >= 4 && single.Count >= 4);
        var reader = new OrderReader("INR", _now, complete: true);

        foreach (var (where, body) in searched)
        {
            var page = OrderPageReader.ReadPage(Bytes(body), reader);
            var sent = body.GetProperty("orders").EnumerateArray().ToList();
            Assert.Equal(sent.Count, page.Records.Count);
            Assert.Equal(
                body.TryGetProperty("pagination", out var pagination) ? pagination.GetProperty("nextToken").GetString() : null,
                page.NextToken);
            Assert.All(sent.Zip(page.Records), pair => AssertSame(where, pair.First, pair.Second));
        }

        foreach (var (where, body) in single)
        {
            AssertSame(where, body.GetProperty("order"), OrderPageReader.ReadOne(Bytes(body), reader));
        }
    }

    [Fact]
    public void Listings_keep_their_skus_and_prices()
    {
        var model = PublishedModel.Listings;
        var pages = model.Examples("searchListingsItems", successful: true).ToList();
        Assert.NotEmpty(pages);
        foreach (var (_, body) in pages)
        {
            foreach (var item in body.GetProperty("items").EnumerateArray())
            {
                foreach (var marketplace in MarketplacesOf(item))
                {
                    AssertSame(item, new ListingReader(marketplace, _now).Read(Bytes(item), 1), marketplace);
                }
            }

            var page = new ListingReader("ATVPDKIKX0DER", _now).ReadPage(Bytes(body));
            Assert.Equal(body.GetProperty("numberOfResults").GetInt32(), page.Total);
            Assert.Equal(body.GetProperty("pagination").GetProperty("nextToken").GetString(), page.NextToken);
        }

        foreach (var (_, body) in model.Examples("getListingsItem", successful: true))
        {
            Assert.All(MarketplacesOf(body), marketplace =>
                AssertSame(body, new ListingReader(marketplace, _now).Read(Bytes(body), 1), marketplace));
        }
    }

    [Fact]
    public void Reports_keep_their_ids_and_addresses()
    {
        var model = PublishedModel.Reports;
        foreach (var (_, body) in model.Examples("createReport", successful: true))
        {
            Assert.Equal(
                body.GetProperty("reportId").GetString(),
                body.Deserialize(ReportsJsonContext.Default.WireReportCreated)!.ReportId);
        }

        foreach (var (_, body) in model.Examples("getReport", successful: true))
        {
            var report = body.Deserialize(ReportsJsonContext.Default.WireReport)!;
            Assert.Equal(body.GetProperty("reportId").GetString(), report.ReportId);
            Assert.Equal(body.GetProperty("processingStatus").GetString(), report.ProcessingStatus);
            Assert.NotNull(report.CreatedTime);
        }

        foreach (var (_, body) in model.Examples("getReportDocument", successful: true))
        {
            var document = body.Deserialize(ReportsJsonContext.Default.WireReportDocument)!;
            Assert.Equal(body.GetProperty("url").GetString(), document.Url);
            Assert.Equal(body.GetProperty("reportDocumentId").GetString(), document.ReportDocumentId);
        }

        Assert.Equal(3, new[] { "createReport", "getReport", "getReportDocument" }.Sum(id => model.Examples(id, true).Count()));
    }

    [Fact]
    public void Participations_are_read()
    {
        foreach (var (where, body) in PublishedModel.Sellers.Examples("getMarketplaceParticipations", successful: true))
        {
            var (participation, storeName) = Assert.Single(SellersClient.Read(Bytes(body)));
            Assert.Equal(new MarketplaceParticipation("ATVPDKIKX0DER", "Amazon.com", "USD", true, false), participation);
            Assert.True(storeName == "BestSellerStore", where);
        }
    }

    [Fact]
    public void Errors_are_read()
    {
        List<(string Where, JsonElement Body)> errors =
        [
            .. PublishedModel.Orders.Examples("searchOrders", successful: false),
            .. PublishedModel.Orders.Examples("getOrder", successful: false),
            .. PublishedModel.Listings.Examples("searchListingsItems", successful: false),
            .. PublishedModel.Listings.Examples("getListingsItem", successful: false),
            .. PublishedModel.Reports.Examples("createReport", successful: false),
            .. PublishedModel.Reports.Examples("getReport", successful: false),
            .. PublishedModel.Reports.Examples("getReportDocument", successful: false),
        ];

        Assert.True(errors.Count >= 7);
        Assert.All(errors, error =>
        {
            var first = error.Body.GetProperty("errors")[0];
            var envelope = ErrorEnvelope.Parse(Bytes(error.Body));
            Assert.Equal(first.GetProperty("code").GetString(), envelope.Code);
            Assert.Equal(first.GetProperty("message").GetString(), envelope.Message);
        });
    }

    private static ReadOnlyMemory<byte> Bytes(JsonElement body) => Encoding.UTF8.GetBytes(body.GetRawText());

    private static void AssertSame(string where, JsonElement sent, MarketplaceRecord<MarketplaceOrder> record)
    {
        Assert.True(record.Value is not null, $"{where}: {record.Reason}");
        var order = record.Value;
        Assert.Equal(sent.GetProperty("orderId").GetString(), order.OrderId);
        Assert.Equal(sent.GetProperty("createdTime").GetDateTimeOffset(), order.CreatedAt);
        Assert.Equal(sent.GetProperty("lastUpdatedTime").GetDateTimeOffset(), order.UpdatedAt);
        Assert.Equal(Amount(sent, "proceeds", "grandTotal"), order.GrandTotal);
        if (sent.TryGetProperty("fulfillment", out var fulfillment))
        {
            Assert.Equal(fulfillment.GetProperty("fulfillmentStatus").GetString(), order.StatusText);
            Assert.NotEqual(MarketplaceOrderStatus.Unknown, order.Status);
        }

        var items = sent.GetProperty("orderItems").EnumerateArray().ToList();
        Assert.Equal(items.Select(item => item.GetProperty("orderItemId").GetString()), order.Lines.Select(line => line.OrderItemId));
        foreach (var (item, line) in items.Zip(order.Lines))
        {
            Assert.Equal(item.GetProperty("quantityOrdered").GetInt32(), line.Quantity);
            Assert.Equal(Text(item.GetProperty("product"), "sellerSku"), line.Sku);
            Assert.Equal(Amount(item, "product", "price", "unitPrice"), line.UnitPrice);
            Assert.Equal(Amount(item, "proceeds", "proceedsTotal"), line.Total);
            if (item.TryGetProperty("proceeds", out var proceeds) && proceeds.TryGetProperty("breakdowns", out var breakdowns))
            {
                var sum = breakdowns.EnumerateArray().Sum(breakdown => Amount(breakdown, "subtotal") ?? 0);
                Assert.Equal(sum, OrderReconciliation.Parts(line));
            }
        }

        Assert.DoesNotContain(
            OrderReconciliation.Flags(order, order.Currency),
            flag => flag.Code.StartsWith("amounts.", StringComparison.Ordinal));
        var buyer = sent.TryGetProperty("buyer", out var person) ? Text(person, "buyerEmail") : null;
        Assert.Equal(buyer, order.Contact?.BuyerEmail);
        var phone = sent.TryGetProperty("recipient", out var recipient) && recipient.TryGetProperty("deliveryAddress", out var address)
            ? Text(address, "phone")
            : null;
        Assert.Equal(phone, order.Contact?.DeliveryAddress?.Phone);
    }

    private static void AssertSame(JsonElement sent, MarketplaceRecord<MarketplaceListing> record, string marketplace)
    {
        Assert.True(record.Value is not null, record.Reason);
        Assert.Equal(sent.GetProperty("sku").GetString(), record.Value.Sku);
        var summary = sent.GetProperty("summaries").EnumerateArray().First(one => Text(one, "marketplaceId") == marketplace);
        Assert.Equal(Text(summary, "asin"), record.Value.Facts.Asin);
        Assert.Equal(Text(summary, "itemName"), record.Value.Facts.Title);
        Assert.Equal(summary.GetProperty("lastUpdatedDate").GetDateTimeOffset(), record.Value.Facts.UpdatedAt);
        var offer = sent.TryGetProperty("offers", out var offers)
            ? offers.EnumerateArray().First(one => Text(one, "marketplaceId") == marketplace)
            : default;
        Assert.Equal(offer.ValueKind == JsonValueKind.Undefined ? null : Amount(offer, "price"), record.Value.Facts.Price);
    }

    private static List<string> MarketplacesOf(JsonElement item) =>
        [.. item.GetProperty("summaries").EnumerateArray().Select(summary => Text(summary, "marketplaceId")!)];

    private static decimal? Amount(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (!element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return decimal.Parse(Text(element, "amount")!, CultureInfo.InvariantCulture);
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.GetString() is { Length: > 0 } text ? text : null;
}
