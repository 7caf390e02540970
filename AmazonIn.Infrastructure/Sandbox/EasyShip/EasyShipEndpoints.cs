using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

using AmazonIn.Infrastructure.Sandbox.Orders;
using AmazonIn.Infrastructure.Sandbox.Quotas;
using AmazonIn.Infrastructure.Sandbox.Wire;

namespace AmazonIn.Infrastructure.Sandbox.EasyShip;

/// <summary>Easy Ship 2022-03-23, without scheduling in bulk, which India does not have.</summary>
internal sealed class EasyShipEndpoints(MarketplaceClock clock, Slots slots)
{
    private const string Path = "/easyShip/2022-03-23";

    public void Map(ApiRoutes routes)
    {
        routes.Map("POST", $"{Path}/timeSlot", UsagePlan.ListHandoverSlots, ListSlotsAsync);
        routes.Map("POST", $"{Path}/package", UsagePlan.CreateScheduledPackage, ScheduleAsync);
        routes.Map("GET", $"{Path}/package", UsagePlan.GetScheduledPackage, GetAsync);
        routes.Map("PATCH", $"{Path}/package", UsagePlan.UpdateScheduledPackages, RescheduleAsync);
    }

    private async Task ListSlotsAsync(ApiCall call)
    {
        var body = await call.ReadObjectAsync();
        var order = OrderOf(call, body.Text("marketplaceId"), body.Text("amazonOrderId"));
        var measures = ParcelMeasures.Read(body);
        await call.AnswerAsync(200, json =>
        {
            json.WriteStartObject();
            json.WriteString("amazonOrderId", order.Id);
            json.WriteStartArray("timeSlots");
            foreach (var slot in slots.After(clock.Now, order.Id, measures))
            {
                slot.Write(json);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private async Task ScheduleAsync(ApiCall call)
    {
        var body = await call.ReadObjectAsync();
        var order = OrderOf(call, body.Text("marketplaceId"), body.Text("amazonOrderId"));
        var details = body.Member("packageDetails");
        var now = clock.Now;
        if (details.ValueKind != JsonValueKind.Object || details.Member("packageTimeSlot").Text("slotId") is not { Length: > 0 } slotId)
        {
            throw EasyShipError.InvalidInput;
        }

        var known = order.ToJson().Items("orderItems").Select(item => item.Text("orderItemId")).ToHashSet();
        if (details.Items("packageItems").Any(item => !known.Contains(item.Text("orderItemId"))))
        {
            throw EasyShipError.InvalidInput;
        }

        var parcel = new ScheduledParcel
        {
            OrderId = order.Id,
            PackageId = Guid.NewGuid().ToString(),
            TrackingId = RandomNumberGenerator.GetInt32(100_000_000, int.MaxValue).ToString("D12", CultureInfo.InvariantCulture),
            Slot = slots.Open(slotId, order.Id, now),
            Identifier = details.Text("packageIdentifier"),
            Scheduled = now,
        };
        if (call.Seller.EasyShip.Find(order.Id) is not null || !call.Seller.EasyShip.TryAdd(parcel))
        {
            throw EasyShipError.Of(400, "ScheduledPackageAlreadyExists", "The order has already been scheduled.");
        }

        await call.AnswerAsync(200, json => parcel.Write(json, now));
    }

    private Task GetAsync(ApiCall call)
    {
        MarketplaceOf(call, call.Query.Text("marketplaceId"));
        var parcel = call.Seller.EasyShip.Find(call.Query.Text("amazonOrderId") ?? "") ?? throw EasyShipError.NotFound;
        return call.AnswerAsync(200, json => parcel.Write(json, clock.Now));
    }

    private async Task RescheduleAsync(ApiCall call)
    {
        var body = await call.ReadObjectAsync();
        MarketplaceOf(call, body.Text("marketplaceId"));
        var wanted = body.Items("updatePackageDetailsList");
        if (wanted.Count is < 1 or > 500)
        {
            throw EasyShipError.InvalidInput;
        }

        var moved = wanted.Select(update => Moved(call.Seller, update)).ToList();
        moved.ForEach(call.Seller.EasyShip.Replace);
        await call.AnswerAsync(200, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("packages");
            moved.ForEach(parcel => parcel.Write(json, clock.Now));
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private ScheduledParcel Moved(SellerAccount seller, JsonElement update)
    {
        var id = update.Member("scheduledPackageId");
        var parcel = seller.EasyShip.Find(id.Text("amazonOrderId") ?? "");
        if (parcel is null || (id.Text("packageId") is { } packageId && packageId != parcel.PackageId))
        {
            throw EasyShipError.NotFound;
        }

        if (parcel.HasLeftAt(clock.Now))
        {
            throw EasyShipError.Of(
                405, "OrderNotEligibleForRescheduling", "The order is not eligible for rescheduling.");
        }

        var slot = slots.Open(update.Member("packageTimeSlot").Text("slotId"), parcel.OrderId, clock.Now);
        return parcel with { Slot = slot };
    }

    private static OrderEntry OrderOf(ApiCall call, string? marketplaceId, string? orderId)
    {
        if (string.IsNullOrEmpty(orderId))
        {
            throw EasyShipError.InvalidInput;
        }

        MarketplaceOf(call, marketplaceId);
        var order = call.Seller.Orders.Find(orderId) ?? throw EasyShipError.NotFound;
        return EasyShipBooking.IsEasyShip(order) && order.Status is "UNSHIPPED" or "SHIPPED" && !IsGone(call, order)
            ? order
            : throw EasyShipError.OrderState;
    }

    private static bool IsGone(ApiCall call, OrderEntry order) =>
        order.Status == "SHIPPED" && call.Seller.EasyShip.Find(order.Id) is null;

    private static void MarketplaceOf(ApiCall call, string? marketplaceId)
    {
        if (call.Seller.Marketplaces.All(marketplace => marketplace.Id != marketplaceId))
        {
            throw EasyShipError.NotFound;
        }
    }
}
