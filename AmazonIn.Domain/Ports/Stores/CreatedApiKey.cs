using AmazonIn.Domain.Ports.Queries;

namespace AmazonIn.Domain.Ports.Stores;

/// <summary>A key just made.</summary>
/// <param name="Key">In the clear, for this one moment: only its hash is stored.</param>
public sealed record CreatedApiKey(ApiKeyRow Row, string Key)
{
    /// <summary>Keeps the key out of logs.</summary>
    public override string ToString() => $"API key {Row.Id}";
}
