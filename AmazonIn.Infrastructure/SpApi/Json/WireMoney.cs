using System.Text.Json.Serialization;

namespace AmazonIn.Infrastructure.SpApi.Json;

/// <summary>Amazon's money. The amount is a decimal string by the model; numbers are read as well.</summary>
internal sealed record WireMoney
{
    [JsonConverter(typeof(WireDecimalConverter))]
    public decimal? Amount { get; init; }

    public string? CurrencyCode { get; init; }
}
