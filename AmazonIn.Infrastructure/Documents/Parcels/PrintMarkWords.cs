using System.Globalization;
using AmazonIn.Domain.Ports.Parcels;

namespace AmazonIn.Infrastructure.Documents.Parcels;

/// <summary>Times and the mark of the printing person, as they stand on slips and labels.</summary>
internal static class PrintMarkWords
{
    /// <summary><c>23 Nov 2026</c>.</summary>
    public static string Day(this PrintMark mark, DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, mark.Zone).ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>By whom and when it was printed, and what to do with it then.</summary>
    public static string Words(this PrintMark mark) => string.Create(
        CultureInfo.InvariantCulture,
        $"Printed by {mark.By}, {TimeZoneInfo.ConvertTime(mark.At, mark.Zone):d MMM yyyy, HH:mm}. Personal data: shred what is not used.");
}
