using AmazonIn.Domain.Common;

namespace AmazonIn.Tests.Domain.Common;

public sealed class LocalDayTests
{
    [Fact]
    public void Days_follow_each_other_without_gaps()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

        var days = LocalDay.LastUntil(new DateTimeOffset(2026, 11, 3, 12, 0, 0, TimeSpan.Zero), zone, 30);

        Assert.Equal(30, days.Count);
        Assert.All(days.Zip(days.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
        var hours = days.ToDictionary(day => day.Date, day => (day.To - day.From).TotalHours);
        Assert.Equal(25, hours[new DateOnly(2026, 10, 25)]);
        Assert.Equal(24, hours[new DateOnly(2026, 10, 26)]);
    }

    [Fact]
    public void Late_evening_in_UTC_is_the_next_day_in_India()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Kolkata");

        var today = Assert.Single(
            LocalDay.LastUntil(new DateTimeOffset(2026, 11, 19, 18, 30, 0, TimeSpan.Zero), zone, 1));

        Assert.Equal(new DateOnly(2026, 11, 20), today.Date);
        Assert.Equal(new DateTimeOffset(2026, 11, 19, 18, 30, 0, TimeSpan.Zero), today.From);
    }

    [Fact]
    public void A_day_whose_midnight_is_left_out_begins_when_the_clock_goes_on()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Africa/Cairo");

        var day = Assert.Single(LocalDay.LastUntil(new DateTimeOffset(2026, 4, 24, 12, 0, 0, TimeSpan.Zero), zone, 1));

        Assert.Equal(new DateTimeOffset(2026, 4, 23, 22, 0, 0, TimeSpan.Zero), day.From);
        Assert.Equal(23, (day.To - day.From).TotalHours);
    }
}
