using System.Globalization;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Channels;

namespace AmazonIn.Domain.UseCases.Audit;

/// <summary>How records name a channel.</summary>
public static class AuditedChannel
{
    /// <summary>An act upon the channel; before it is stored its subject is <c>channel</c> without a number.</summary>
    public static AuditEntry Entry(Actor actor, string action, SalesChannel channel) =>
        new AuditEntry(
            actor,
            action,
            AuditOutcome.Granted,
            channel.Id == 0 ? "channel" : SubjectOf(channel.Id),
            channel.Name)
        .With("marketplace", channel.MarketplaceId)
        .With("seller", channel.SellerId);

    public static string SubjectOf(long channelId) => string.Create(CultureInfo.InvariantCulture, $"channel:{channelId}");
}
