using System.Text.Json.Serialization;
using AmazonIn.Infrastructure.SpApi.Json;

namespace AmazonIn.Infrastructure.SpApi.EasyShip.Wire;

/// <summary>Amazon's <c>TimeSlot</c>, read and sent back.</summary>
internal sealed record WireTimeSlot
{
    public string? SlotId { get; init; }

    [JsonConverter(typeof(WireTimeConverter))]
    public DateTimeOffset? StartTime { get; init; }

    [JsonConverter(typeof(WireTimeConverter))]
    public DateTimeOffset? EndTime { get; init; }

    public string? HandoverMethod { get; init; }
}
