using AmazonIn.Portal.Components.Shared;

namespace AmazonIn.Tests.Portal.Components.Shared;

[Trait("Row", "A5")]
public sealed class IndianFormatTests
{
    private static readonly TimeZoneInfo India = TimeZoneInfo.FindSystemTimeZoneById("Asia/Kolkata");
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 35, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("0", "₹0.00")]
    [InlineData("499", "₹499.00")]
    [InlineData("1499.5", "₹1,499.50")]
    [InlineData("123456", "₹1,23,456.00")]
    [InlineData("12345678.9", "₹1,23,45,678.90")]
    [InlineData("-2500", "−₹2,500.00")]
    [InlineData("0.125", "₹0.125")]
    public void Rupees_are_grouped_as_in_India(string amount, string shown)
    {
        var value = decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(shown, IndianFormat.Money(value, "INR"));
    }

    [Fact]
    public void Other_currencies_keep_their_code_and_grouping()
    {
        Assert.Equal("AED\u00A01,234,567.50", IndianFormat.Money(1234567.5m, "AED"));
        Assert.Equal("−USD\u00A03.00", IndianFormat.Money(-3m, "USD"));
    }

    [Fact]
    public void An_amount_that_was_not_sent_is_a_dash_and_not_a_zero()
    {
        Assert.Equal("—", IndianFormat.Money(null, "INR"));
    }

    [Theory]
    [InlineData(950, "₹950")]
    [InlineData(9999, "₹9,999")]
    [InlineData(12_400, "₹12.4\u00A0K")]
    [InlineData(1_50_000, "₹1.5\u00A0L")]
    [InlineData(2_00_00_000, "₹2\u00A0Cr")]
    public void Axes_speak_of_thousands_lakhs_and_crores(int amount, string shown)
    {
        Assert.Equal(shown, IndianFormat.ShortMoney(amount, "INR"));
    }

    [Fact]
    public void Times_are_shown_in_the_organisations_zone()
    {
        Assert.Equal("23 Nov 2026, 14:05", IndianFormat.DateAndTime(Now, India));
        Assert.Equal("24 Nov 2026", IndianFormat.Date(Now.AddHours(10), India));
        Assert.Equal("18:04", IndianFormat.ShortTime(Now.AddMinutes(239), Now, India));
        Assert.Equal("24 Nov, 00:05", IndianFormat.ShortTime(Now.AddHours(10), Now, India));
    }

    [Theory]
    [InlineData(-20, "just now")]
    [InlineData(20, "in a moment")]
    [InlineData(-12 * 60, "12 min ago")]
    [InlineData(-3 * 3600, "3 h ago")]
    [InlineData(-26 * 3600, "1 day ago")]
    [InlineData(-5 * 86400, "5 days ago")]
    [InlineData(3 * 3600 + 60, "in 3 h")]
    [InlineData(-40 * 86400, "14 Oct 2026")]
    public void Relative_times_are_short_and_end_in_a_date(int seconds, string shown)
    {
        Assert.Equal(shown, IndianFormat.Relative(Now.AddSeconds(seconds), Now, India));
    }

    [Theory]
    [InlineData(0, "under 1 s")]
    [InlineData(8, "8 s")]
    [InlineData(250, "4 min 10 s")]
    [InlineData(240, "4 min")]
    [InlineData(3900, "1 h 5 min")]
    [InlineData(183_600, "2 days 3 h")]
    public void Durations_have_two_parts_at_most(int seconds, string shown)
    {
        Assert.Equal(shown, IndianFormat.Duration(TimeSpan.FromSeconds(seconds)));
    }
}
