using AmazonIn.Domain.Ports.Marketplace;

namespace AmazonIn.Domain.UseCases.Shipping;

/// <summary>Compares a package that was sent with what Amazon shows of it.</summary>
internal static class PackageComparison
{
    /// <summary>What differs, in words; null where Amazon shows the package as it was sent.</summary>
    public static string? Difference(PackageConfirmation sent, IReadOnlyList<MarketplacePackage> shown)
    {
        var reference = sent.Reference.ToString(System.Globalization.CultureInfo.InvariantCulture);

        // Amazon keeps our reference; where it leaves it out, the tracking number tells the package.
        var package = shown.FirstOrDefault(one => one.Reference == reference)
            ?? shown.FirstOrDefault(one => one.Reference is null && IsSame(one.TrackingNumber, sent.TrackingNumber));
        if (package is null)
        {
            return shown.Count == 0
                ? "Amazon took the shipment but shows no package for this order yet."
                : "Amazon took the shipment but does not show this package among those of the order.";
        }

        var differences = new List<string>();
        if (!IsSame(package.TrackingNumber, sent.TrackingNumber))
        {
            differences.Add($"the tracking number {Shown(package.TrackingNumber)} instead of “{sent.TrackingNumber}”");
        }

        if (!IsCarrier(package.Carrier, sent))
        {
            differences.Add($"the carrier {Shown(package.Carrier)} instead of “{sent.CarrierName ?? sent.CarrierCode}”");
        }

        // An empty list is a package whose content Amazon does not tell.
        if (package.Units.Count > 0 && !IsSame(package.Units, sent.Units))
        {
            differences.Add($"{package.Units.Values.Sum()} units instead of {sent.Units.Values.Sum()}, or other lines");
        }

        return differences.Count == 0 ? null : $"Amazon shows {string.Join(", and ", differences)}.";
    }

    // Amazon shows the code, the name, or its own spelling of either; where it shows none there is nothing to compare.
    private static bool IsCarrier(string? shown, PackageConfirmation sent) =>
        string.IsNullOrWhiteSpace(shown)
        || Letters(shown) == Letters(sent.CarrierCode)
        || (sent.CarrierName is { } name && Letters(shown) == Letters(name));

    private static bool IsSame(string? shown, string sent) =>
        string.Equals(shown?.Trim(), sent, StringComparison.OrdinalIgnoreCase);

    private static bool IsSame(IReadOnlyDictionary<string, int> shown, IReadOnlyDictionary<string, int> sent) =>
        shown.Count == sent.Count && sent.All(line => shown.GetValueOrDefault(line.Key) == line.Value);

    private static string Letters(string text) =>
        string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant));

    private static string Shown(string? text) => string.IsNullOrWhiteSpace(text) ? "(none)" : $"“{text.Trim()}”";
}
