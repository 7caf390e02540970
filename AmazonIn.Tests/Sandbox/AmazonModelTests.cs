namespace AmazonIn.Tests.Sandbox;

/// <summary>Shows that the check of shapes can fail.</summary>
public sealed class AmazonModelTests
{
    [Theory]
    [InlineData("""{"orderId":"1"}""")]
    [InlineData("""{"orderId":"1","createdTime":"2026-01-01T00:00:00Z","lastUpdatedTime":"2026-01-01T00:00:00Z","salesChannel":{"channelName":"AMAZON"},"orderItems":[],"colour":"red"}""")]
    [InlineData("""{"orderId":"1","createdTime":"yesterday","lastUpdatedTime":"2026-01-01T00:00:00Z","salesChannel":{"channelName":"AMAZON"},"orderItems":[]}""")]
    [InlineData("""{"orderId":"1","createdTime":"2026-01-01T00:00:00Z","lastUpdatedTime":"2026-01-01T00:00:00Z","salesChannel":{"channelName":"AMAZON"},"orderItems":[{"orderItemId":"1","quantityOrdered":"1","product":{}}]}""")]
    public async Task A_wrong_order_does_not_match_the_model(string order)
    {
        var model = AmazonModel.Orders;

        await Assert.ThrowsAnyAsync<Exception>(() => model.AssertMatchesAsync("Order", RunningSandbox.Parse(order)));
    }

    [Fact]
    public async Task A_right_order_matches_the_model() =>
        await AmazonModel.Orders.AssertMatchesAsync("Order", RunningSandbox.Parse(
            """{"orderId":"1","createdTime":"2026-01-01T00:00:00Z","lastUpdatedTime":"2026-01-01T00:00:00.5Z","salesChannel":{"channelName":"AMAZON"},"orderItems":[]}"""));
}
