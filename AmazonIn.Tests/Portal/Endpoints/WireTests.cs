using System.Text.Json;
using AmazonIn.Portal.Endpoints.Wire;

namespace AmazonIn.Tests.Portal.Endpoints;

public sealed class WireTests
{
    private static readonly JsonSerializerOptions Json = MakeOptions();

    [Theory]
    [InlineData("499", "499.00")]
    [InlineData("499.5", "499.50")]
    [InlineData("0.005", "0.005")]
    [InlineData("-12.3", "-12.30")]
    [InlineData("123456789012345678.12345678", "123456789012345678.12345678")]
    [InlineData("10.1000", "10.10")]
    [Trait("Row", "O3")]
    public void An_amount_has_two_decimals_or_as_many_as_it_has(string amount, string text)
    {
        var money = MoneyJson.Of(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), "INR");

        Assert.Equal($$"""{"amount":"{{text}}","currency":"INR"}""", JsonSerializer.Serialize(money, Json));
    }

    [Fact]
    public void A_time_is_written_in_utc()
    {
        var time = new DateTimeOffset(2026, 11, 23, 14, 5, 0, TimeSpan.FromHours(5.5));

        Assert.Equal("\"2026-11-23T08:35:00Z\"", JsonSerializer.Serialize(time, Json));
        Assert.Equal("\"2026-11-23T08:35:00.25Z\"", JsonSerializer.Serialize(time.AddMilliseconds(250), Json));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(long.MaxValue)]
    public void A_cursor_leads_back_to_its_row(long id)
    {
        var cursor = Cursor.Of(id);

        Assert.NotNull(cursor);
        Assert.Equal(id, Cursor.Read(cursor));
    }

    [Theory]
    [InlineData("17")]
    [InlineData("not base64 at all")]
    [InlineData("YWZ0ZXI6LTE")]
    [InlineData("YmVmb3JlOjE3")]
    [InlineData("")]
    public void A_cursor_that_is_not_ours_is_none(string cursor) => Assert.Null(Cursor.Read(cursor));

    [Fact]
    public void No_record_of_the_api_mentions_a_personal_type()
    {
        // X4, by type: what cannot be referenced cannot be written.
        var wire = typeof(SalesOrderJson).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(SalesOrderJson).Namespace)
            .SelectMany(type => type.GetProperties())
            .Select(property => property.PropertyType);

        Assert.DoesNotContain(wire, type => type.Namespace == "AmazonIn.Domain.Privacy");
    }

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions();
        ApiJson.Configure(options);
        return options;
    }
}
