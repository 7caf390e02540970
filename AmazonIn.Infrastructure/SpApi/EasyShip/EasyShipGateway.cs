using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Shipping;
using AmazonIn.Infrastructure.SpApi.EasyShip.Wire;
using AmazonIn.Infrastructure.SpApi.Http;
using AmazonIn.Infrastructure.SpApi.Quotas;

namespace AmazonIn.Infrastructure.SpApi.EasyShip;

/// <summary>Easy Ship 2022-03-23. Scheduling in bulk is not offered in India, so each order is a call of its own.</summary>
internal sealed class EasyShipGateway(
    SpApiSender sender, SpApiCalls calls, SpApiEndpoints endpoints, EasyShipDocuments documents) : IMarketplaceEasyShip
{
    private const string Path = "/easyShip/2022-03-23";

    // A person waits for the answer.
    private static readonly TimeSpan _budget = TimeSpan.FromSeconds(30);

    public Task<Result<IReadOnlyList<PickupSlot>>> ListSlotsAsync(
        ChannelConnection channel, string orderId, ParcelSize size, CancellationToken cancellationToken) => TryAsync(
            async () => EasyShipTranslator.Slots(await SendAsync(
                channel,
                UsagePlans.ListHandoverSlots,
                () => Request(
                    channel,
                    HttpMethod.Post,
                    $"{Path}/timeSlot",
                    new WireSlotsRequest(
                        channel.Marketplace.Id,
                        orderId,
                        new WireDimensions(size.LengthCm, size.WidthCm, size.HeightCm),
                        new WireWeight(size.WeightGrams)),
                    EasyShipJsonContext.Default.WireSlotsRequest),
                EasyShipJsonContext.Default.WireSlots,
                cancellationToken)));

    public async Task<Result<ScheduledPickup>> ScheduleAsync(
        ChannelConnection channel, PickupBooking booking, CancellationToken cancellationToken)
    {
        var body = new WireSchedule(
            booking.OrderId,
            channel.Marketplace.Id,
            new WirePackageDetails(
                [.. booking.OrderItemIds.Select(id => new WirePackageItem(id))],
                EasyShipTranslator.Slot(booking.Slot),
                booking.Label));
        try
        {
            // Repeating is harmless: the order that was scheduled by a lost answer is read instead.
            return EasyShipTranslator.Package(await SendAsync(
                channel,
                UsagePlans.CreateScheduledPackage,
                () => Request(
                    channel, HttpMethod.Post, $"{Path}/package", body, EasyShipJsonContext.Default.WireSchedule),
                EasyShipJsonContext.Default.WireScheduledPackage,
                cancellationToken));
        }
        catch (EasyShipRefusedException refused) when (refused.IsScheduledAlready)
        {
            return await ReadAsync(channel, booking.OrderId, cancellationToken);
        }
        catch (EasyShipRefusedException refused)
        {
            return refused.Error;
        }
    }

    public Task<Result<ScheduledPickup>> RescheduleAsync(
        ChannelConnection channel, string orderId, string? packageId, PickupSlot slot, CancellationToken cancellationToken) =>
        TryAsync(async () =>
        {
            var moved = await SendAsync(
                channel,
                UsagePlans.UpdateScheduledPackages,
                () => Request(
                    channel,
                    HttpMethod.Patch,
                    $"{Path}/package",
                    new WireReschedule(
                        channel.Marketplace.Id,
                        [new WireMove(new WireScheduledPackageId(orderId, packageId), EasyShipTranslator.Slot(slot))]),
                    EasyShipJsonContext.Default.WireReschedule),
                EasyShipJsonContext.Default.WireScheduledPackages,
                cancellationToken);
            var package = moved.Packages?.OfType<WireScheduledPackage>().FirstOrDefault()
                ?? throw new MarketplaceUnavailableException("Amazon moved a pickup without saying to when.", null);
            return EasyShipTranslator.Package(package);
        });

    public Task<Result<ScheduledPickup>> ReadAsync(
        ChannelConnection channel, string orderId, CancellationToken cancellationToken) => TryAsync(
            async () => EasyShipTranslator.Package(await SendAsync(
                channel,
                UsagePlans.GetScheduledPackage,
                () => new HttpRequestMessage(
                    HttpMethod.Get,
                    new Uri(
                        endpoints.Of(channel.Marketplace),
                        new QueryText($"{Path}/package")
                            .Add("amazonOrderId", orderId)
                            .Add("marketplaceId", channel.Marketplace.Id)
                            .ToString())),
                EasyShipJsonContext.Default.WireScheduledPackage,
                cancellationToken)));

    public Task<Result<byte[]>> MakeDocumentAsync(
        ChannelConnection channel, string orderId, EasyShipDocument document, CancellationToken cancellationToken) =>
        documents.MakeAsync(channel, orderId, document, cancellationToken);

    private static async Task<Result<T>> TryAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (EasyShipRefusedException refused)
        {
            return refused.Error;
        }
    }

    private Task<T> SendAsync<T>(
        ChannelConnection channel,
        UsagePlan plan,
        Func<HttpRequestMessage> make,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken) => sender.SendAsync(
            make,
            calls.Of(channel, plan, "the pickup", NoWaits.Instance) with { Budget = _budget },
            answer => JsonSerializer.Deserialize(answer.Span, type) ?? throw new JsonException("The answer is empty."),
            cancellationToken,
            EasyShipRefusedException.Of);

    private HttpRequestMessage Request<T>(
        ChannelConnection channel, HttpMethod method, string path, T body, JsonTypeInfo<T> type)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, type));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return new HttpRequestMessage(method, new Uri(endpoints.Of(channel.Marketplace), path)) { Content = content };
    }
}
