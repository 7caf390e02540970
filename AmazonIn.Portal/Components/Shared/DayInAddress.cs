using System.Globalization;
using AmazonIn.Domain.Common;

namespace AmazonIn.Portal.Components.Shared;

/// <summary>A day as a filter carries it in the address: <c>2026-11-23</c>, in the organisation's zone.</summary>
internal static class DayInAddress
{
    public static string? Of(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Null where the text is no day.</summary>
    public static DateOnly? Parse(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day > DateOnly.MinValue.AddDays(1)
        && day < DateOnly.MaxValue.AddDays(-1)
            ? day
            : null;

    /// <summary>As a person writes it; what is no day stays as it is.</summary>
    public static string InWords(string text) =>
        Parse(text)?.ToString("d MMM yyyy", CultureInfo.InvariantCulture) ?? text;

    /// <summary>When the day begins.</summary>
    public static DateTimeOffset? Begin(string? text, TimeZoneInfo zone) =>
        Parse(text) is { } day ? LocalDay.Of(day, zone).From : null;

    /// <summary>When the day is over.</summary>
    public static DateTimeOffset? End(string? text, TimeZoneInfo zone) =>
        Parse(text) is { } day ? LocalDay.Of(day, zone).To : null;
}
