namespace AmazonIn.Domain.Ports.Stores;

/// <param name="NewKeyId">The id of the master key that is active now.</param>
/// <param name="Resumed">Whether the rotation had begun before.</param>
public sealed record KeyRotation(string NewKeyId, bool Resumed);
