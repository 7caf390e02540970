using AmazonIn.Domain.Orders;

namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>Something about an order that a person should know, in words.</summary>
internal sealed record FlagJson(string Code, string Message, bool NeedsDecision)
{
    public static FlagJson Of(OrderFlag flag) => new(flag.Code, flag.Message, flag.NeedsDecision);
}
