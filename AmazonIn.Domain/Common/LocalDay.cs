namespace AmazonIn.Domain.Common;

/// <summary>A calendar day of a time zone as the instants it lies between.</summary>
/// <param name="From">Its first instant, in UTC.</param>
/// <param name="To">The first instant of the day after it, in UTC.</param>
public sealed record LocalDay(DateOnly Date, DateTimeOffset From, DateTimeOffset To)
{
    /// <param name="date">Not the last day that there is.</param>
    public static LocalDay Of(DateOnly date, TimeZoneInfo zone) =>
        new(date, StartOf(date, zone), StartOf(date.AddDays(1), zone));

    /// <summary>The day that <paramref name="now"/> is in.</summary>
    public static LocalDay At(DateTimeOffset now, TimeZoneInfo zone) =>
        Of(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime), zone);

    /// <summary>The day that <paramref name="now"/> is in and those before it, oldest first.</summary>
    public static IReadOnlyList<LocalDay> LastUntil(DateTimeOffset now, TimeZoneInfo zone, int count)
    {
        var today = At(now, zone).Date;
        return [.. Enumerable.Range(1 - count, count).Select(offset => Of(today.AddDays(offset), zone))];
    }

    // Where clocks go forward at midnight the day begins later; where they go back over it, it begins the first time.
    private static DateTimeOffset StartOf(DateOnly date, TimeZoneInfo zone)
    {
        var start = date.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(start))
        {
            start = start.AddMinutes(1);
        }

        var offset = zone.IsAmbiguousTime(start) ? zone.GetAmbiguousTimeOffsets(start).Max() : zone.GetUtcOffset(start);
        return new DateTimeOffset(start, offset).ToUniversalTime();
    }
}
