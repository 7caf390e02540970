namespace AmazonIn.Domain.Ports.Stores;

/// <summary>Personal data of one order, encrypted under a key of its own. Safe to store beside business data.</summary>
/// <param name="AmazonOrderId">Bound into the ciphertext: moved to another order it does not open.</param>
/// <param name="KeyId">Which data key of the key store opens it.</param>
/// <param name="Ciphertext">Version, key id, nonce, AES-256-GCM ciphertext and tag.</param>
public sealed record SealedContact(string AmazonOrderId, Guid KeyId, byte[] Ciphertext);
