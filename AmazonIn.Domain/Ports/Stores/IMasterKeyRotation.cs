namespace AmazonIn.Domain.Ports.Stores;

/// <summary>
/// Replaces the master key while portals go on working: what is encrypted under the old one can be read until the last
/// of it was encrypted anew. Every step is committed by itself; a rotation that was cut off is gone on with.
/// </summary>
public interface IMasterKeyRotation
{
    /// <summary>
    /// Makes a new master key and has everything new encrypted under it; or finds the rotation that is under way.
    /// </summary>
    /// <returns>Null where a person has to put the new key into the configuration first.</returns>
    Task<KeyRotation?> BeginAsync(CancellationToken cancellationToken);

    /// <summary>Encrypts up to <paramref name="count"/> orders' keys anew.</summary>
    /// <returns>How many there were; 0 when none is left.</returns>
    Task<int> RewrapDataKeysAsync(int count, CancellationToken cancellationToken);

    /// <summary>Encrypts the portal's own keys anew: those of sessions and of Amazon's tokens.</summary>
    /// <returns>How many there were.</returns>
    Task<int> RewrapPortalKeysAsync(CancellationToken cancellationToken);

    /// <summary>Notes that nothing needs the old keys any more, and clears what was overwritten.</summary>
    Task FinishAsync(CancellationToken cancellationToken);

    /// <summary>Takes the master keys away that nothing needs any more.</summary>
    /// <returns>Their ids; null where a person has to take them out of the configuration.</returns>
    Task<IReadOnlyList<string>?> ForgetUnusedAsync(CancellationToken cancellationToken);
}
