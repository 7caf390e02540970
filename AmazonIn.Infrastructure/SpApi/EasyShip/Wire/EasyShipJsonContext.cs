using System.Text.Json.Serialization;

namespace AmazonIn.Infrastructure.SpApi.EasyShip.Wire;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WireSlotsRequest))]
[JsonSerializable(typeof(WireSlots))]
[JsonSerializable(typeof(WireSchedule))]
[JsonSerializable(typeof(WireReschedule))]
[JsonSerializable(typeof(WireScheduledPackage))]
[JsonSerializable(typeof(WireScheduledPackages))]
[JsonSerializable(typeof(WireRestriction))]
[JsonSerializable(typeof(WireRestrictedToken))]
internal sealed partial class EasyShipJsonContext : JsonSerializerContext;
