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
    MasterKeySource masterKey,
    TimeProvider time) : IContactVault
{
    public async Task<IReadOnlyDictionary<string, SealedContact>> SealAsync(
        long channelId,
        IReadOnlyDictionary<string, BuyerContact> contacts,
        CancellationToken cancellationToken)
    {
        using var wrapping = new DataKeyWrapping(masterKey.Current);
        var dataKeys = await EnsureKeysAsync(wrapping, channelId, contacts.Keys, cancellationToken);
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
            + Convert.ToHexStringLower(HMACSHA256.HashData(masterKey.Current.Buyers, Encoding.UTF8.GetBytes(text)));
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

        var key = await keys.ReadAsync(
            (db, token) => db.DataKeys.FirstOrDefaultAsync(row => row.Id == stored.KeyId, token), cancellationToken);
        if (key is null)
        {
            return null;
        }

        using var wrapping = new DataKeyWrapping(masterKey.Current);
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

    // One transaction whatever the number of orders; an order that has a key keeps it.
    private Task<Dictionary<string, (Guid Id, byte[] DataKey)>> EnsureKeysAsync(
        DataKeyWrapping wrapping, long channelId, IEnumerable<string> orderIds, CancellationToken cancellationToken) =>
        keys.WriteAsync(
            async (db, token) =>
            {
                var found = new Dictionary<string, (Guid, byte[])>(StringComparer.Ordinal);
                foreach (var ids in orderIds.Chunk(Lists.Size))
                {
                    var existing = await db.DataKeys.AsNoTracking()
                        .Where(key => key.ChannelId == channelId && ids.Contains(key.AmazonOrderId))
                        .ToListAsync(token);
                    existing.ForEach(key => found.Add(key.AmazonOrderId, (key.Id, wrapping.Unwrap(key))));
                }

                var now = time.GetUtcNow();
                var added = new List<DataKey>();
                foreach (var orderId in orderIds.Where(orderId => !found.ContainsKey(orderId)))
                {
                    var (row, dataKey) = wrapping.Make(channelId, orderId, now);
                    added.Add(row);
                    found.Add(orderId, (row.Id, dataKey));
                }

                await bulk.AppendAsync(db, added, token);
                return found;
            },
            cancellationToken);
}
