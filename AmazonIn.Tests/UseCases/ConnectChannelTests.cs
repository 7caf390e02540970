using AmazonIn.Domain.Access;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Organisations;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.Tax;
using AmazonIn.Domain.UseCases.Connect;
using AmazonIn.Tests.TestKit;
using Microsoft.Extensions.Time.Testing;

namespace AmazonIn.Tests.UseCases;

public sealed class ConnectChannelTests : IMarketplaceAuthorization
{
    private static readonly ConnectRequest Good = new(Marketplace.India.Id, "A1DEMOSELLERIN", "Atzr|demo-in");

    private readonly InMemoryOrganisations _organisations = new();
    private readonly InMemoryChannels _channels = new();
    private readonly InMemoryRemoval _removal;
    private readonly InMemoryJournal _journal = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private Func<VerifiedAccount> _amazon = () => Account(Marketplace.India.Id, "INR");
    private int _asked;

    public ConnectChannelTests() => _removal = new InMemoryRemoval(_channels);

    Task<VerifiedAccount> IMarketplaceAuthorization.VerifyAsync(
        Marketplace marketplace,
        string sellerId,
        string refreshToken,
        CancellationToken cancellationToken)
    {
        _asked++;
        return Task.FromResult(_amazon());
    }

    [Fact]
    [Trait("Row", "C5")]
    [Trait("Row", "C6")]
    public async Task A_verified_account_becomes_an_active_channel_and_its_first_sync_is_asked_for()
    {
        var result = await ConnectAsync(Good);

        Assert.Equal(ChannelState.Active, result.Value?.State);
        Assert.Equal("Atzr|demo-in", _channels.Tokens[1]);
        Assert.Equal(
            [(SyncModule.Items, RunTrigger.Initial), (SyncModule.Orders, RunTrigger.Initial)],
            _journal.Runs.Select(run => (run.Module, run.Trigger)));
    }

    [Fact]
    [Trait("Row", "C7")]
    public async Task Several_accounts_are_connected_side_by_side()
    {
        await ConnectAsync(Good);
        await ConnectAsync(Good with { SellerId = "A2DEMOSELLERIN", Token = "Atzr|demo-in-2" });

        Assert.Equal(2, (await _channels.ListAsync(CancellationToken.None)).Count);
    }

    [Fact]
    [Trait("Row", "P1")]
    public async Task Another_currency_is_refused_with_both_named_and_nothing_stored()
    {
        _organisations.Organisation = new Organisation("Crafts", "USD", GstState.Find("29"), "Asia/Kolkata", true);

        var error = await RefusedAsync(Good);

        Assert.Equal("channel.currency-mismatch", error.Code);
        Assert.Contains("INR", error.Message, StringComparison.Ordinal);
        Assert.Contains("USD", error.Message, StringComparison.Ordinal);
        Assert.Contains("Settings → Organisation", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, _asked);
    }

    [Fact]
    [Trait("Row", "P1")]
    public async Task A_marketplace_that_trades_in_another_currency_than_ours_says_is_refused()
    {
        _amazon = () => Account(Marketplace.India.Id, "USD");

        Assert.Equal("channel.currency-mismatch", (await RefusedAsync(Good)).Code);
    }

    [Fact]
    [Trait("Row", "P2")]
    public async Task With_tax_rates_off_the_setting_is_named()
    {
        _organisations.Organisation = new Organisation("Crafts", "INR", GstState.Find("29"), "Asia/Kolkata", false);

        var error = await RefusedAsync(Good);

        Assert.Equal(ConnectErrors.TaxRatesOffCode, error.Code);
        Assert.Equal(0, _asked);
    }

    [Fact]
    [Trait("Row", "C5")]
    public async Task The_account_must_sell_in_the_marketplace_of_the_card()
    {
        _amazon = () => Account("A1F83G8C2ARO7P", "GBP");

        Assert.Equal("channel.not-participating", (await RefusedAsync(Good)).Code);
    }

    [Fact]
    [Trait("Row", "C5")]
    public async Task Amazons_own_reason_is_passed_on_without_the_token()
    {
        _amazon = () => throw new MarketplaceUnauthorizedException(
            "amazon.reauthorize", "Amazon says that the authorisation was revoked.", "req-1");

        var error = await RefusedAsync(Good);

        Assert.Equal("Amazon says that the authorisation was revoked.", error.Message);
        Assert.Equal(ErrorKind.Invalid, error.Kind);
        Assert.DoesNotContain("Atzr", Good.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Z1", "Atzr|x", "channel.seller-id-shape")]
    [InlineData("A1DEMOSELLERIN", " ", "channel.token-missing")]
    [InlineData("A1DEMOSELLERIN", "amzn.mws.4ea38b7b-f563-7709-4bae-87aea0000000", "channel.mws-retired")]
    public async Task Identifiers_that_cannot_be_right_never_reach_amazon(string sellerId, string token, string code)
    {
        Assert.Equal(code, (await RefusedAsync(Good with { SellerId = sellerId, Token = token })).Code);
        Assert.Equal(0, _asked);
    }

    [Fact]
    public async Task Connecting_twice_is_refused_and_needing_attention_renews_the_authorisation()
    {
        var channel = (await ConnectAsync(Good)).Value!;
        Assert.Equal("channel.already-connected", (await ConnectAsync(Good)).Error?.Code);

        channel.NeedAttention("Amazon says that the authorisation was revoked.");
        _journal.Runs.ToList().ForEach(run => run.RequestCancel(_time.GetUtcNow()));
        _time.Advance(TimeSpan.FromDays(1));
        var renewed = await ConnectAsync(Good with { Token = "Atzr|new" });

        Assert.Equal(ChannelState.Active, renewed.Value?.State);
        Assert.Equal("Atzr|new", _channels.Tokens[1]);
        Assert.Equal(_time.GetUtcNow(), renewed.Value?.AuthorizedAt);
        Assert.Equal(
            [RunTrigger.Reactivation, RunTrigger.Reactivation], _journal.Runs.TakeLast(2).Select(run => run.Trigger));
    }

    [Fact]
    [Trait("Row", "D3")]
    public async Task An_account_that_was_disconnected_takes_its_old_place_and_begins_anew()
    {
        var channel = (await ConnectAsync(Good with { Name = "Main shop" })).Value!;
        _journal.Runs.ToList().ForEach(run => run.RequestCancel(_time.GetUtcNow()));
        channel.MapWarehouse(2);
        channel.Disconnect();
        _time.Advance(TimeSpan.FromDays(40));

        var again = (await ConnectAsync(Good with { Token = "Atzr|new" })).Value!;

        Assert.Equal((channel.Id, "Main shop", ChannelState.Active), (again.Id, again.Name, again.State));
        Assert.Equal(
            (_time.GetUtcNow(), _time.GetUtcNow(), _time.GetUtcNow(), null),
            (again.ConnectedAt, again.AuthorizedAt, again.OpenSince, again.WarehouseId));
        Assert.Equal("Atzr|new", _channels.Tokens[channel.Id]);
        Assert.Equal([channel.Id], _removal.Removed);
        Assert.Equal(
            [(SyncModule.Items, RunTrigger.Initial), (SyncModule.Orders, RunTrigger.Initial)],
            _journal.Runs.TakeLast(2).Select(run => (run.Module, run.Trigger)));
    }

    [Fact]
    [Trait("Row", "D1")]
    public async Task A_channel_at_rest_is_connected_already()
    {
        var channel = (await ConnectAsync(Good)).Value!;
        channel.Disable(_time.GetUtcNow());

        Assert.Equal("channel.already-connected", (await ConnectAsync(Good)).Error?.Code);
    }

    [Fact]
    [Trait("Row", "A1")]
    public async Task A_viewer_cannot_connect()
    {
        var viewer = new Actor("user:2", "Ravi", Role.Viewer.Permissions);

        var result = await UseCase().RunAsync(viewer, Good, TestContext.Current.CancellationToken);

        Assert.Equal(ErrorKind.Forbidden, result.Error?.Kind);
        Assert.Equal(0, _asked);
    }

    private static VerifiedAccount Account(string marketplaceId, string currency) =>
        new("Meera Crafts", [new MarketplaceParticipation(marketplaceId, "Amazon", currency, true, false)]);

    private ConnectChannel UseCase() => new(_organisations, _channels, _removal, _journal, this, new InMemoryAudit(), _time);

    private Task<Result<SalesChannel>> ConnectAsync(ConnectRequest request) =>
        UseCase().RunAsync(Actor.System, request, TestContext.Current.CancellationToken);

    private async Task<Error> RefusedAsync(ConnectRequest request)
    {
        var result = await ConnectAsync(request);

        Assert.Empty(await _channels.ListAsync(TestContext.Current.CancellationToken));
        Assert.Empty(_journal.Runs);
        return result.Error!;
    }
}
