using AmazonIn.Domain.Privacy;

namespace AmazonIn.Domain.Ports.Stores;

/// <summary>Keeps personal data: AES-256-GCM, one data key an order, keys in a store of their own.</summary>
public interface IContactVault
{
    /// <summary>
    /// Encrypts contacts, each under a new key or its order's existing one. The keys are safe in the key store when
    /// this returns, so that what the caller writes next can be opened.
    /// </summary>
    /// <param name="channelId">Bound into the ciphertext.</param>
    /// <param name="contacts">By Amazon order id.</param>
    Task<IReadOnlyDictionary<string, SealedContact>> SealAsync(
        long channelId,
        IReadOnlyDictionary<string, BuyerContact> contacts,
        CancellationToken cancellationToken);

    /// <summary>
    /// A key that recognises the buyer in later orders: a keyed hash of the relay address within the channel, or the
    /// order's own id where there is none.
    /// </summary>
    string BuyerKey(long channelId, string amazonOrderId, BuyerContact? contact);

    /// <summary>Decrypts one order's contact, or null where there is none or its key is gone.</summary>
    Task<BuyerContact?> OpenAsync(long channelId, string amazonOrderId, CancellationToken cancellationToken);
}
