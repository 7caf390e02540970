using System.Globalization;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Tax;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Features.Customers;

namespace AmazonIn.Portal.Features.Settings;

/// <summary>What can be chosen in the organisation's form.</summary>
internal static class OrganisationChoices
{
    /// <summary>The currencies of the marketplaces that can be connected; India's first.</summary>
    public static IReadOnlyList<FilterChoice> Currencies { get; } =
    [
        .. Marketplace.All
            .DistinctBy(marketplace => marketplace.Currency)
            .Select(marketplace => new FilterChoice(
                marketplace.Currency,
                $"{marketplace.Currency} · {new RegionInfo(marketplace.CountryCode).CurrencyEnglishName}")),
    ];

    /// <summary>By name, as people look for them.</summary>
    public static IReadOnlyList<FilterChoice> States { get; } =
    [
        .. GstState.All.OrderBy(state => state.Name, StringComparer.Ordinal)
            .Select(state => new FilterChoice(state.Code, GstWords.Of(state))),
    ];

    /// <summary>By name, India's first; only names of the IANA list that stand for a place.</summary>
    public static IReadOnlyList<FilterChoice> TimeZones { get; } =
    [
        .. TimeZoneInfo.GetSystemTimeZones()
            .Where(zone => zone.HasIanaId && zone.Id.Contains('/', StringComparison.Ordinal)
                && !zone.Id.StartsWith("Etc/", StringComparison.Ordinal))
            .OrderBy(zone => zone.Id != "Asia/Kolkata")
            .ThenBy(zone => zone.Id, StringComparer.Ordinal)
            .Select(zone => new FilterChoice(zone.Id, zone.Id.Replace('_', ' ') + Offset(zone))),
    ];

    /// <summary>The choices, with the value in use among them though it be none of theirs.</summary>
    public static IReadOnlyList<FilterChoice> With(this IReadOnlyList<FilterChoice> choices, string value) =>
        choices.Any(choice => choice.Value == value) ? choices : [new FilterChoice(value, value), .. choices];

    private static string Offset(TimeZoneInfo zone)
    {
        var offset = zone.BaseUtcOffset;
        var sign = offset < TimeSpan.Zero ? '−' : '+';
        return $" (UTC{sign}{offset.Duration().ToString("hh\\:mm", CultureInfo.InvariantCulture)})";
    }
}
