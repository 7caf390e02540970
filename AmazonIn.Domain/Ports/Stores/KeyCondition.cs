namespace AmazonIn.Domain.Ports.Stores;

/// <param name="IsPlainFile">Whether the master key lies in a file that nothing but its rights guard (security.md D-21).</param>
/// <param name="Wraps">How often the active master key has encrypted another key.</param>
/// <param name="Since">Since when it is active.</param>
public sealed record KeyCondition(bool IsPlainFile, long Wraps, DateTimeOffset Since)
{
    /// <summary>
    /// AES-GCM with random nonces is good for 2^32 encryptions under one key (NIST SP 800-38D); a quarter of that leaves
    /// years to rotate in.
    /// </summary>
    public const long MostWraps = 1L << 30;


    public bool IsWornOut => Wraps >= MostWraps;
}
