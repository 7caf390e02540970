using System.Text.Json;

using AmazonIn.Infrastructure.Sandbox.Control;

namespace AmazonIn.Infrastructure.Sandbox.Feeds;

/// <summary>One message of a feed as it was uploaded, with its entry in the log of what was received.</summary>
internal sealed record FeedMessage(int? MessageId, string? Sku, string? OperationType, JsonElement Body)
{
    public required ReceivedPush Logged { get; init; }
}
