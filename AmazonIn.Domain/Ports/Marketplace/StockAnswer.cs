namespace AmazonIn.Domain.Ports.Marketplace;

/// <summary>Amazon's answer to a quantity.</summary>
/// <param name="Refusal">Why it was not taken, for a person; null where it was accepted.</param>
/// <param name="RequestId">What Amazon's support asks for.</param>
public sealed record StockAnswer(string? Refusal, string? RequestId)
{
    public bool IsAccepted => Refusal is null;
}
