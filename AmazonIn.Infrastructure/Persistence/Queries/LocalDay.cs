namespace AmazonIn.Infrastructure.Persistence.Queries;

/// <summary>A calendar day of a time zone as the instants it lies between.</summary>
/// <param name="From">Its first instant, in UTC.</param>
/// <param name="To">The first instant of the day after it, in UTC.</param>
internal sealed record LocalDay(DateOnly Date, DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>The day that <paramref name="now"/> is in and those before it, oldest first.</summary>
    public static IReadOnlyList<LocalDay> LastUntil(DateTimeOffset now, TimeZoneInfo zone, int count)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        return
        [
            .. Enumerable.Range(1 - count, count)
                .Select(offset => today.AddDays(offset))
                .Select(date => new LocalDay(date, StartOf(date, zone), StartOf(date.AddDays(1), zone))),
        ];
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
