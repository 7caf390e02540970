namespace AmazonIn.Domain.Ports.Stores;

/// <summary>How the vault's keys are.</summary>
public interface IKeyHealth
{
    /// <exception cref="KeysUnavailableException">They cannot be had.</exception>
    Task<KeyCondition> CheckAsync(CancellationToken cancellationToken);
}
