namespace AmazonIn.Domain.Ports.Stores;

/// <summary>The one-time link by which the first administrator is made. Only a hash of the token is kept.</summary>
public interface ISetupTokens
{
    /// <summary>A new token, shown once; every earlier one ends.</summary>
    Task<string> CreateAsync(TimeSpan lifetime, CancellationToken cancellationToken);

    /// <summary>Whether the token would be accepted now. Does not use it up.</summary>
    Task<bool> IsValidAsync(string token, CancellationToken cancellationToken);

    /// <summary>Uses the token up. Of two callers at once one gets true.</summary>
    Task<bool> ConsumeAsync(string token, CancellationToken cancellationToken);
}
