using System.Text.Json;
using AmazonIn.Domain.Orders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AmazonIn.Infrastructure.Persistence.Conventions;

/// <summary>Stores an order's flags as JSON text.</summary>
internal sealed class OrderFlagsConverter() : ValueConverter<IReadOnlyList<OrderFlag>, string>(
    flags => Write(flags),
    json => Read(json))
{
    private const string None = "[]";

    public static string Write(IReadOnlyList<OrderFlag> flags) => flags.Count == 0
        ? None
        : JsonSerializer.Serialize([.. flags], OrderFlagsJson.Default.OrderFlagArray);

    public static IReadOnlyList<OrderFlag> Read(string json) => json == None
        ? []
        : JsonSerializer.Deserialize(json, OrderFlagsJson.Default.OrderFlagArray) ?? [];
}
