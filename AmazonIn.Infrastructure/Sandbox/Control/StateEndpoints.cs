using System.Globalization;

using AmazonIn.Infrastructure.Sandbox.OrdersFile;
using AmazonIn.Infrastructure.Sandbox.Wire;

using Microsoft.AspNetCore.Http;

namespace AmazonIn.Infrastructure.Sandbox.Control;

/// <summary>What the marketplace holds, what time it has, and how often it was called.</summary>
internal sealed class StateEndpoints(
    SellerDirectory sellers,
    MarketplaceClock clock,
    CallCounter calls,
    OrdersFileContent? file)
{
    public void Map(ControlRoutes routes)
    {
        routes.Map("GET", "/control/state", http => StateAsync(http, routes));
        routes.Map("GET", "/control/clock", ClockAsync);
        routes.Map("POST", "/control/clock", AdvanceAsync);
        routes.Map("GET", "/control/calls", CallsAsync);
        routes.Map("DELETE", "/control/calls", http =>
        {
            calls.Clear();
            return CallsAsync(http);
        });
    }

    private Task StateAsync(HttpContext http, ControlRoutes routes)
    {
        var counted = routes.Sellers(http);
        return ControlRoutes.AnswerAsync(http, writer =>
        {
            var orders = counted.Select(seller => seller.Orders.Count()).ToList();
            writer.WriteNumber("listings", counted.Sum(seller => seller.Listings.Count));
            writer.WriteNumber("orders", orders.Sum(count => count.Orders));
            writer.WriteNumber("lines", orders.Sum(count => count.Lines));
            Iso8601.Write(writer, "now", clock.Now);
            if (file is not null)
            {
                writer.WriteStartObject("ordersFile");
                writer.WriteNumber("lines", file.Lines);
                writer.WriteNumber("skippedLines", file.SkippedLines);
                writer.WriteNumber("repairedDates", file.RepairedDates);
                writer.WriteEndObject();
            }

            writer.WriteStartArray("sellers");
            foreach (var seller in sellers.All)
            {
                var count = seller.Orders.Count();
                writer.WriteStartObject();
                writer.WriteString("sellerId", seller.Id);
                writer.WriteNumber("listings", seller.Listings.Count);
                writer.WriteNumber("orders", count.Orders);
                writer.WriteNumber("lines", count.Lines);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
    }

    private Task ClockAsync(HttpContext http) =>
        ControlRoutes.AnswerAsync(http, writer => Iso8601.Write(writer, "now", clock.Now));

    private async Task AdvanceAsync(HttpContext http)
    {
        var body = await ControlRoutes.ReadJsonAsync(http);
        if (!TimeSpan.TryParse(body.Text("advance"), CultureInfo.InvariantCulture, out var by))
        {
            throw ApiException.InvalidInput("advance must be a time span such as \"00:10:00\".");
        }

        clock.Advance(by);
        await ClockAsync(http);
    }

    private Task CallsAsync(HttpContext http) =>
        ControlRoutes.AnswerAsync(http, writer =>
        {
            writer.WriteStartArray("data");
            foreach (var (operation, count, throttled) in calls.All())
            {
                writer.WriteStartObject();
                writer.WriteString("operation", operation);
                writer.WriteNumber("count", count);
                writer.WriteNumber("throttled", throttled);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
}
