namespace AmazonIn.Infrastructure.SpApi.Quotas;

/// <summary>Amazon's token bucket for an operation.</summary>
/// <param name="Operation">Amazon's operation name, such as <c>searchOrders</c>.</param>
/// <param name="RatePerSecond">Tokens that flow back each second.</param>
/// <param name="Burst">The most tokens the bucket holds.</param>
internal sealed record UsagePlan(string Operation, double RatePerSecond, int Burst);
