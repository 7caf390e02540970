using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Privacy;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Infrastructure.Persistence.Bulk;
using AmazonIn.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Vault;

/// <summary>
/// Data keys are committed before anything encrypted with them is handed out. A key whose order was then never written
/// opens nothing and is found again when the order comes back.
/// </summary>
internal sealed class ContactVault(
    Storage<KeyDbContext> keys,
    Storage<PortalDbContext> storage,
    IBulkWriter bulk,
    MasterKeyRing ring,
    MasterKeys masterKeys,
    TimeProvider time) : IContactVault
{
    public async Task<IReadOnlyDictionary<string, SealedContact>> SealAsync(
        long channelId,
        IReadOnlyDictionary<string, BuyerContact> contacts,
        CancellationToken cancellationToken)
    {
        var dataKeys = await AskKeysAsync(() => EnsureKeysAsync(channelId, contacts.Keys, cancellationToken));
        var seals = new Dictionary<string, SealedContact>(contacts.Count, StringComparer.Ordinal);
        foreach (var (orderId, contact) in contacts)
        {
            var (keyId, dataKey) = dataKeys[orderId];
            var ciphertext = ContactCipher.Encrypt(keyId, dataKey, channelId, orderId, contact);
            CryptographicOperations.ZeroMemory(dataKey);
            seals.Add(orderId, new SealedContact(orderId, keyId, ciphertext));
        }

        return seals;
    }

    public string BuyerKey(long channelId, string amazonOrderId, BuyerContact? contact)
    {
        if (string.IsNullOrWhiteSpace(contact?.BuyerEmail))
        {
            return ContactMarks.Order + amazonOrderId;
        }

        var address = contact.BuyerEmail.Trim().Normalize(NormalizationForm.FormC).ToLowerInvariant();
        var text = string.Create(CultureInfo.InvariantCulture, $"{channelId}|{address}");
        return ContactMarks.Buyer
            + Convert.ToHexStringLower(HMACSHA256.HashData(masterKeys.BuyersKey, Encoding.UTF8.GetBytes(text)));
    }

    public async Task<BuyerContact?> OpenAsync(
        long channelId, string amazonOrderId, CancellationToken cancellationToken)
    {
        var stored = await storage.ReadAsync(
            (db, token) => db.SealedContacts.FirstOrDefaultAsync(
                contact => db.SalesOrders.Any(order => order.Id == contact.SalesOrderId
                    && order.ChannelId == channelId && order.AmazonOrderId == amazonOrderId),
                token),
            cancellationToken);
        if (stored is null)
        {
            return null;
        }

        var key = await AskKeysAsync(() => keys.ReadAsync(
            (db, token) => db.DataKeys.FirstOrDefaultAsync(row => row.Id == stored.KeyId, token), cancellationToken));
        if (key is null)
        {
            return null;
        }

        using var wrapping = new DataKeyWrapping(ring);
        var dataKey = wrapping.Unwrap(key);
        try
        {
            return ContactCipher.Decrypt(stored.Ciphertext, dataKey, channelId, amazonOrderId);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(dataKey);
        }
    }

    // The main database may well be there while the keys are not, and goes on then (security.md F-47).
    private static async Task<T> AskKeysAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (StorageUnavailableException exception)
        {
            throw new KeysUnavailableException(exception.Message, exception);
        }
    }

    // One transaction whatever the number of orders; an order that has a key keeps it.
    private Task<Dictionary<string, (Guid Id, byte[] DataKey)>> EnsureKeysAsync(
        long channelId, IEnumerable<string> orderIds, CancellationToken cancellationToken) =>
        keys.WriteAsync(
            async (db, token) =>
            {
                using var wrapping = new DataKeyWrapping(ring);
                var found = new Dictionary<string, (Guid, byte[])>(StringComparer.Ordinal);
                foreach (var ids in orderIds.Chunk(Lists.Size))
                {
                    var existing = await db.DataKeys.AsNoTracking()
                        .Where(key => key.ChannelId == channelId && ids.Contains(key.AmazonOrderId))
                        .ToListAsync(token);
                    existing.ForEach(key => found.Add(key.AmazonOrderId, (key.Id, wrapping.Unwrap(key))));
                }

                var missing = orderIds.Where(orderId => !found.ContainsKey(orderId)).ToList();
                if (missing.Count > 0)
                {
                    var now = time.GetUtcNow();
                    var masterKeyId = await MasterKeys.CountWrapsAsync(db, missing.Count, token);
                    var added = new List<DataKey>(missing.Count);
                    foreach (var orderId in missing)
                    {
                        var (row, dataKey) = wrapping.Make(masterKeyId, channelId, orderId, now);
                        added.Add(row);
                        found.Add(orderId, (row.Id, dataKey));
                    }

                    await bulk.AppendAsync(db, added, token);
                }

                return found;
            },
            cancellationToken);
}
