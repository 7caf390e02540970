namespace AmazonIn.Domain.Shipping;

/// <summary>
/// When a parcel may have left: not before it was ordered, and not after today in the organisation's zone. Amazon
/// refuses both (amazon.md 6.1).
/// </summary>
public static class ShipDatePolicy
{
    /// <summary>The time to book; null where the time asked for cannot be.</summary>
    /// <remarks>Later today becomes now, because Amazon takes no time in the future.</remarks>
    public static DateTimeOffset? Book(DateTimeOffset asked, DateTimeOffset orderedAt, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (DayOf(asked, zone) > DayOf(now, zone))
        {
            return null;
        }

        var booked = asked > now ? now : asked;
        if (booked >= orderedAt)
        {
            return booked;
        }

        // Amazon's clock may be ahead of ours, so that an order is younger than now.
        return orderedAt > now && asked >= now.AddMinutes(-1) ? orderedAt : null;
    }

    /// <summary>The time that a day stands for in a form: now for today, else noon, and never before the order.</summary>
    public static DateTimeOffset TimeOf(DateOnly day, DateTimeOffset orderedAt, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (day == DayOf(now, zone))
        {
            return now;
        }

        // No zone changes its clocks at noon.
        var noon = day.ToDateTime(new TimeOnly(12, 0));
        var time = new DateTimeOffset(noon, zone.GetUtcOffset(noon)).ToUniversalTime();
        return time < orderedAt && day == DayOf(orderedAt, zone) ? orderedAt : time;
    }

    public static DateOnly DayOf(DateTimeOffset time, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, zone).DateTime);
}
