using AmazonIn.Infrastructure.Sandbox;

namespace AmazonIn.Tests.Sandbox;

public sealed class SandboxStateTests
{
    [Fact]
    public async Task The_first_seller_has_exactly_what_the_options_ask_for()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions());

        var state = await sandbox.ControlAsync(HttpMethod.Get, "/control/state");
        var orders = await sandbox.AllOrdersAsync();

        Assert.Equal(240, state.GetProperty("listings").GetInt32());
        Assert.Equal(600, state.GetProperty("orders").GetInt32());
        Assert.Equal(600, orders.Count);
        Assert.Equal(
            state.GetProperty("lines").GetInt32(),
            orders.Sum(order => order.GetProperty("orderItems").GetArrayLength()));
    }
}
