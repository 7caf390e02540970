using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Http;
using AmazonIn.Infrastructure.SpApi.Json;
using AmazonIn.Infrastructure.SpApi.Quotas;
using AmazonIn.Infrastructure.SpApi.Shipments.Wire;

namespace AmazonIn.Infrastructure.SpApi.Shipments;

/// <summary>confirmShipment of Orders API v0, and the packages of an order by Orders API 2026-01-01.</summary>
internal sealed class ShipmentsGateway(SpApiSender sender, SpApiCalls calls, SpApiEndpoints endpoints)
    : IMarketplaceShipments
{
    // Confirmations follow one another in one turn; a longer wait is the outbox's, where a person sees it.
    private static readonly TimeSpan _budget = TimeSpan.FromMinutes(1);

    public async Task<ConfirmationAnswer> ConfirmAsync(
        ChannelConnection channel, PackageConfirmation package, CancellationToken cancellationToken)
    {
        var address = new Uri(
            endpoints.Of(channel.Marketplace),
            $"/orders/v0/orders/{QueryText.Segment(package.OrderId)}/shipmentConfirmation");
        var body = Body(channel, package);
        try
        {
            // Repeating is harmless: the same reference edits the package into what it is.
            return await sender.SendAsync(
                () => Post(address, body),
                calls.Of(channel, UsagePlans.ConfirmShipment, "the shipment", NoWaits.Instance) with { Budget = _budget },
                (_, response) => new ConfirmationAnswer(RequestId.Of(response)),
                cancellationToken,
                response => ShipmentRefusedException.Of(response));
        }
        catch (ShipmentRefusedException refused)
        {
            return new ConfirmationAnswer(refused.RequestId, refused.Message);
        }
        catch (MarketplaceRejectedException rejected)
        {
            return new ConfirmationAnswer(rejected.RequestId, rejected.Message);
        }
    }

    public Task<IReadOnlyList<MarketplacePackage>> ReadPackagesAsync(
        ChannelConnection channel, string orderId, CancellationToken cancellationToken)
    {
        var query = new QueryText($"/orders/2026-01-01/orders/{QueryText.Segment(orderId)}")
            .Add("includedData", ["PACKAGES", "FULFILLMENT"])
            .ToString();
        return sender.SendAsync(
            () => new HttpRequestMessage(HttpMethod.Get, new Uri(endpoints.Of(channel.Marketplace), query)),
            calls.Of(channel, UsagePlans.GetOrder, "the shipped packages", NoWaits.Instance) with { Budget = _budget },
            Read,
            cancellationToken);
    }

    private static IReadOnlyList<MarketplacePackage> Read(ReadOnlyMemory<byte> body)
    {
        var order = JsonSerializer.Deserialize(
            JsonSlices.Member(body, "order").Span, ShipmentsJsonContext.Default.WireShippedOrder);
        return
        [
            .. (order?.Packages ?? []).OfType<WireShippedPackage>().Select(package => new MarketplacePackage(
                WireText.Trimmed(package.PackageReferenceId),
                WireText.Trimmed(package.Carrier),
                WireText.Trimmed(package.TrackingNumber),
                Units(package))),
        ];
    }

    private static Dictionary<string, int> Units(WireShippedPackage package) => (package.PackageItems ?? [])
        .OfType<WireShippedItem>()
        .Where(item => item.OrderItemId is not null)
        .GroupBy(item => item.OrderItemId!, StringComparer.Ordinal)
        .ToDictionary(items => items.Key, items => items.Sum(item => item.Quantity ?? 0), StringComparer.Ordinal);

    private static byte[] Body(ChannelConnection channel, PackageConfirmation package) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new WireConfirmation(
                new WirePackageDetail(
                    package.Reference.ToString(CultureInfo.InvariantCulture),
                    package.CarrierCode,
                    package.CarrierName,
                    package.TrackingNumber,
                    package.ShippedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
                    [.. package.Units.Select(line => new WireConfirmedItem(line.Key, line.Value))]),
                channel.Marketplace.Id),
            ShipmentsJsonContext.Default.WireConfirmation);

    private static HttpRequestMessage Post(Uri address, byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
    }
}
