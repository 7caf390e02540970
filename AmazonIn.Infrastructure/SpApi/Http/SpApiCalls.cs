using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Auth;
using AmazonIn.Infrastructure.SpApi.Quotas;

namespace AmazonIn.Infrastructure.SpApi.Http;

/// <summary>Describes calls of a connected channel.</summary>
internal sealed class SpApiCalls(AccessTokens tokens)
{
    public SpApiCall Of(ChannelConnection channel, UsagePlan plan, string subject, IWaitObserver waits) => new()
    {
        Operation = plan.Operation,
        Subject = subject,
        Plan = plan,
        Seller = channel.SellerId,
        Tokens = new ChannelTokenSource(tokens, channel.ChannelId),
        Waits = waits,
    };
}
