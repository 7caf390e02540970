namespace AmazonIn.Domain.Ports.Marketplace;

/// <summary>
/// The marketplace did not do what was asked. The message is for a person: what, why, what to do; it carries no
/// secret and no personal data.
/// </summary>
/// <param name="code">Stable code of the cause.</param>
/// <param name="message">For a person.</param>
/// <param name="requestId">Amazon's request id, for its support.</param>
public abstract class MarketplaceException(string code, string message, string? requestId, Exception? inner = null)
    : Exception(message, inner)
{
    public string Code { get; } = code;

    public string? RequestId { get; } = requestId;
}
