namespace AmazonIn.Domain.Ports.Queries;

/// <summary>What is packed and shipped of an order, and what is left.</summary>
/// <param name="Packages">In the order they were packed.</param>
/// <param name="Left">Lines with units that may still be packed, with how many.</param>
/// <param name="AwaitsCancelDecision">The buyer asked to cancel and nobody decided yet.</param>
/// <param name="Connected">Whether the order's channel still takes confirmations, perhaps later.</param>
/// <param name="ChannelRests">The channel is inactive: confirmations wait.</param>
public sealed record OrderShipping(
    IReadOnlyList<PackageRow> Packages,
    IReadOnlyList<PackageLineRow> Left,
    bool AwaitsCancelDecision,
    bool Connected,
    bool ChannelRests);
