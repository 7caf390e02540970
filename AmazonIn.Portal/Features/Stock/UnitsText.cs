using System.Globalization;
using AmazonIn.Domain.Common;

namespace AmazonIn.Portal.Features.Stock;

/// <summary>Units as people type them, with or without digit grouping.</summary>
internal static class UnitsText
{
    public static Error Odd { get; } = new("stock.no-number", "Enter a whole number of units.");

    public static int? Read(string text) => int.TryParse(
        text.Trim().Replace(",", string.Empty, StringComparison.Ordinal).Replace('−', '-'),
        NumberStyles.AllowLeadingSign,
        CultureInfo.InvariantCulture,
        out var units)
        ? units
        : null;
}
