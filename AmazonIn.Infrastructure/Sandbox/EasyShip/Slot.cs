using System.Text.Json;

namespace AmazonIn.Infrastructure.Sandbox.EasyShip;

/// <summary>A time in which a parcel is collected.</summary>
internal sealed record Slot(string Id, DateTimeOffset Start, DateTimeOffset End, ParcelMeasures Measures)
{
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("slotId", Id);
        json.WriteString("startTime", Start.ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteString("endTime", End.ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteString("handoverMethod", "PICKUP");
        json.WriteEndObject();
    }
}
