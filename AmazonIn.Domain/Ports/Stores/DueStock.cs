namespace AmazonIn.Domain.Ports.Stores;

/// <summary>A listing's figure as it should be offered now.</summary>
/// <param name="PushId">The outbox row.</param>
/// <param name="ListingId">The listing.</param>
/// <param name="Sku">The seller's SKU.</param>
/// <param name="Change">The change that the figure covers; stock that moves later counts a further one.</param>
/// <param name="Quantity">What is available, less the buffer, at most the cap.</param>
public sealed record DueStock(long PushId, long ListingId, string Sku, long Change, int Quantity);
