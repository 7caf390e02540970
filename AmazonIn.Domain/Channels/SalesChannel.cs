using AmazonIn.Domain.Common;

namespace AmazonIn.Domain.Channels;

/// <summary>One connected seller account in one marketplace. The screen calls it "integration".</summary>
public sealed class SalesChannel
{
    public const int NameMaxLength = 100;
    public const int SellerIdMaxLength = 30;
    public const int AttentionMaxLength = 500;

    private SalesChannel(string name, string marketplaceId, string sellerId, string currency)
    {
        Name = name;
        MarketplaceId = marketplaceId;
        SellerId = sellerId;
        Currency = currency;
    }

    public SalesChannel(string name, Marketplace marketplace, string sellerId, DateTimeOffset connectedAt)
        : this(name, marketplace.Id, sellerId, marketplace.Currency)
    {
        ConnectedAt = connectedAt;
        AuthorizedAt = connectedAt;
        OpenSince = connectedAt;
    }

    public long Id { get; private set; }

    public string Name { get; private set; }

    public string MarketplaceId { get; private set; }

    /// <summary>Amazon's merchant id of the account; with the marketplace unique.</summary>
    public string SellerId { get; private set; }

    public string Currency { get; private set; }

    public ChannelState State { get; private set; } = ChannelState.Active;

    /// <summary>Why the channel needs attention, for a person; null while it does not.</summary>
    public string? Attention { get; private set; }

    public DateTimeOffset ConnectedAt { get; private set; }

    /// <summary>When the seller last authorised us. Amazon wants it renewed every 365 days.</summary>
    public DateTimeOffset AuthorizedAt { get; private set; }

    /// <summary>Whether stock changes are sent to Amazon (K2).</summary>
    public bool StockSync { get; private set; } = true;

    /// <summary>The mapped warehouse; null means the primary one for orders and the whole organisation for stock.</summary>
    public long? WarehouseId { get; private set; }

    /// <summary>
    /// Since when the channel works without a break. Stock goes out only after orders were read once since then, so that
    /// what sold in the gap is counted first.
    /// </summary>
    public DateTimeOffset OpenSince { get; private set; }

    /// <summary>When a person put the channel to rest; null while it works.</summary>
    public DateTimeOffset? InactiveSince { get; private set; }

    /// <summary>When everything that a disconnected channel leaves behind was destroyed; null until then.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    public int Version { get; private set; }

    public Marketplace Marketplace =>
        Channels.Marketplace.Find(MarketplaceId)
        ?? throw new DomainRuleException("channel.known-marketplace", $"Marketplace {MarketplaceId} is not known.");

    public void Rename(string name) => Name = name;

    /// <summary>Amazon refused us for good. Runs stop until <see cref="Reauthorize"/>.</summary>
    public void NeedAttention(string reason)
    {
        if (State == ChannelState.Disconnected)
        {
            return;
        }

        if (State == ChannelState.Active)
        {
            State = ChannelState.NeedsAttention;
        }

        Attention = reason.Length <= AttentionMaxLength ? reason : reason[..AttentionMaxLength];
    }

    /// <summary>A new token was verified: the channel works again, unless a person had put it to rest.</summary>
    public void Reauthorize(DateTimeOffset now)
    {
        AuthorizedAt = now;
        Attention = null;
        if (State == ChannelState.NeedsAttention)
        {
            State = ChannelState.Active;
            OpenSince = now;
        }
    }

    /// <summary>Puts the channel to rest: nothing is fetched, nothing is sent (D1).</summary>
    public void Disable(DateTimeOffset now)
    {
        Demand("channel.can-rest", State is ChannelState.Active or ChannelState.NeedsAttention);
        State = ChannelState.Inactive;
        InactiveSince = now;
    }

    /// <summary>Wakes the channel (D2). What it missed is fetched before stock goes out.</summary>
    public void Enable(DateTimeOffset now)
    {
        Demand("channel.rests", State == ChannelState.Inactive);
        State = Attention is null ? ChannelState.Active : ChannelState.NeedsAttention;
        OpenSince = now;
        InactiveSince = null;
    }

    /// <summary>Ends the integration for good (D3).</summary>
    public void Disconnect()
    {
        State = ChannelState.Disconnected;
        Attention = null;
        InactiveSince = null;
        RemovedAt = null;
        WarehouseId = null;
        StockSync = true;
    }

    /// <summary>The same account was connected again, under this name.</summary>
    public void Reconnect(string name, DateTimeOffset now)
    {
        Demand("channel.was-disconnected", State == ChannelState.Disconnected);
        Name = name;
        State = ChannelState.Active;
        RemovedAt = null;
        ConnectedAt = now;
        AuthorizedAt = now;
        OpenSince = now;
    }

    /// <summary>Whether stock changes are sent (K2).</summary>
    public void SyncStock(bool on) => StockSync = on;

    /// <summary>Maps a warehouse, or with null goes back to the primary one and the whole organisation's stock (W1–W3).</summary>
    public void MapWarehouse(long? warehouseId) => WarehouseId = warehouseId;

    private void Demand(string rule, bool holds)
    {
        if (!holds)
        {
            throw new DomainRuleException(rule, $"Channel {Id} is {State}.");
        }
    }
}
