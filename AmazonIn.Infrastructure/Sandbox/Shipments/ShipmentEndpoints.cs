using System.Text.Json;

using AmazonIn.Infrastructure.Sandbox.Control;
using AmazonIn.Infrastructure.Sandbox.Quotas;
using AmazonIn.Infrastructure.Sandbox.Wire;

using Microsoft.AspNetCore.Http;

namespace AmazonIn.Infrastructure.Sandbox.Shipments;

/// <summary>
/// confirmShipment of the Orders API v0, the only call for it: one package a call, 204 without a body.
/// </summary>
internal sealed class ShipmentEndpoints(MarketplaceClock clock, ReceivedLog received)
{
    public void Map(ApiRoutes routes) =>
        routes.Map(
            "POST",
            "/orders/v0/orders/{orderId}/shipmentConfirmation",
            UsagePlan.ConfirmShipment,
            ConfirmAsync);

    private async Task ConfirmAsync(ApiCall call)
    {
        var orderId = call.RouteValue("orderId");
        var body = await call.ReadObjectAsync();
        ShipmentRequest? request = null;
        try
        {
            request = ShipmentRequest.Read(body);
            var booked = call.Seller.Orders.Update(orderId, order => ShipmentBooking.Book(order, request, clock.Now));
            if (booked is null)
            {
                throw new ApiException(ApiError.NotFound($"Order {orderId} was not found."));
            }

            Record(call, orderId, request, "ACCEPTED", body);
        }
        catch (ApiException)
        {
            Record(call, orderId, request, "REFUSED", body);
            throw;
        }

        call.Http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private void Record(ApiCall call, string orderId, ShipmentRequest? request, string status, JsonElement body) =>
        received.Add(new ReceivedPush
        {
            Kind = ReceivedPush.Shipment,
            At = clock.Now,
            SellerId = call.Seller.Id,
            OrderId = orderId,
            Quantity = request?.Items.Sum(item => item.Quantity),
            PackageReferenceId = request?.ReferenceId,
            Status = status,
            Body = body,
        });
}
