using AmazonIn.Domain.Access;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Stock;
using AmazonIn.Portal.Features.Integrations;
using AmazonIn.Tests.Portal.Components.Shared;
using AngleSharp.Dom;
using Bunit;

namespace AmazonIn.Tests.Portal.Components.Integrations;

public sealed class StockModuleTests : ShopContext
{
    [Fact]
    [Trait("Row", "K3")]
    public void Row_counts_what_waits_and_what_Amazon_refused_with_its_reason()
    {
        Connected();
        StockPushes.Status = StockPushes.Status with
        {
            Waiting = 2,
            Refused = 1,
            Sent = 1204,
            TopReasons = [new ReasonCount("stock.refused", "The attribute is not valid.", 1)],
        };

        var row = Module();

        Assert.Contains("2 waiting", row.Markup, StringComparison.Ordinal);
        Assert.Equal("1 refused by Amazon", row.Find(".not-synced").TextContent.Trim());
        Assert.Contains("1,204 sent", row.Markup, StringComparison.Ordinal);
        Assert.Contains("The attribute is not valid.", row.Markup, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "K2")]
    public void Switching_off_and_on_is_asked_for_first_and_on_marks_everything()
    {
        var channel = Connected();
        var row = Module();

        row.Find("button[role='switch'][aria-checked='true']").Click();
        Assert.Contains("are no longer sent to Amazon IN", row.Markup, StringComparison.Ordinal);
        Assert.True(channel.StockSync);
        Confirm(row, "Switch off").Click();
        row.WaitForAssertion(() => Assert.False(channel.StockSync));
        row.WaitForAssertion(() => Assert.Contains("nothing is sent to Amazon", row.Markup, StringComparison.Ordinal));

        row.Find("button[role='switch'][aria-checked='false']").Click();
        Confirm(row, "Switch on").Click();
        row.WaitForAssertion(() => Assert.True(channel.StockSync));
        Assert.Equal([channel.Id], StockPushes.TouchedChannels);
        Assert.Equal(2, StockPushes.Rings);
    }

    [Fact]
    public void Who_may_not_manage_channels_sees_no_switch()
    {
        Connected();
        SignIn(Role.Viewer);

        Assert.Empty(Module().FindAll("button[role='switch'][aria-checked='true']"));
    }

    [Fact]
    public void Database_that_is_away_is_said_in_the_row_and_not_by_an_empty_page()
    {
        Connected();
        StockPushes.Fault = new InvalidOperationException("gone");

        Assert.Contains("could not be read", Module().Markup, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "K3")]
    public void Page_lists_refused_skus_with_Amazons_reason_and_pushes_them_again()
    {
        Connected();
        StockPushes.Status = StockPushes.Status with { Refused = 1 };
        StockPushes.Rows.Add(new StockPushRow(
            5, 7, 9, "KETTLE/1", "Kettle", StockPushGroup.Refused, PushState.Refused, 3, null, "Not approved.", "s-1", Clock.GetUtcNow(), null, 2, 10));
        var page = RenderPage<StockPage>(builder => builder.AddComponentParameter(1, nameof(StockPage.ChannelId), 1L));
        page.WaitForAssertion(() => Assert.Contains("Not approved.", page.Markup, StringComparison.Ordinal));
        Assert.Contains("KETTLE/1", page.Markup, StringComparison.Ordinal);

        page.WaitForElement("button:contains('Push 1 refused SKU again')").Click();

        page.WaitForAssertion(() => Assert.Equal([0L], StockPushes.Asked));
        page.WaitForAssertion(() => Assert.Contains("1 quantity will be sent", page.Markup, StringComparison.Ordinal));
    }

    private IRenderedComponent<Host> Module() => RenderPage<StockModule>(builder =>
    {
        builder.AddComponentParameter(1, nameof(StockModule.ChannelId), 1L);
        builder.AddComponentParameter(2, nameof(StockModule.ChannelName), "Amazon IN");
        builder.AddComponentParameter(3, nameof(StockModule.CanSend), true);
    });

    private static IElement Confirm(IRenderedComponent<Host> row, string text) => row
        .WaitForElements(".mud-dialog-actions button")
        .Single(button => button.TextContent.Trim() == text);
}
