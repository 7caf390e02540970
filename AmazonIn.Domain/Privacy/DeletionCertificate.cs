using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AmazonIn.Domain.Privacy;

/// <summary>
/// Says what one batch of a sweep, or of a channel's removal, destroyed: counts, times and hashes, nothing of a buyer.
/// Written with the batch's last commit, so there is one for all that is gone. Amazon may ask for it (Data Protection Policy 1.7).
/// </summary>
public sealed class DeletionCertificate
{
    /// <summary>Of a SHA-256 in lower-case hexadecimal digits.</summary>
    public const int HashLength = 64;

    private DeletionCertificate(string ordersHash, string hash) => (OrdersHash, Hash) = (ordersHash, hash);

    /// <param name="orders">Ids of the sales orders whose personal data is gone; at least one.</param>
    /// <param name="keys">Data keys destroyed; fewer than orders where an earlier, broken-off sweep took them.</param>
    /// <param name="contacts">Ciphertexts destroyed.</param>
    /// <param name="buyerMarks">Marks destroyed by which a buyer's next order would have been recognised.</param>
    /// <param name="earliestExpiry">When the first of the orders' contacts was due; null where none was yet.</param>
    /// <param name="channelId">The channel whose disconnection it was; null where their time was over.</param>
    public DeletionCertificate(
        IReadOnlyCollection<long> orders,
        int keys,
        int contacts,
        int buyerMarks,
        DateTimeOffset? earliestExpiry,
        DateTimeOffset startedAt,
        DateTimeOffset finishedAt,
        long? channelId = null)
        : this(HashOf(string.Join(',', orders.Order().Select(id => id.ToString(CultureInfo.InvariantCulture)))), string.Empty)
    {
        ChannelId = channelId;
        Orders = orders.Count;
        Keys = keys;
        Contacts = contacts;
        BuyerMarks = buyerMarks;
        EarliestExpiry = earliestExpiry;
        StartedAt = startedAt;
        FinishedAt = finishedAt;
        Hash = HashOf(Content);
    }

    public long Id { get; private set; }

    /// <summary>The channel whose disconnection destroyed them; null where their time was over.</summary>
    public long? ChannelId { get; private set; }

    public int Orders { get; private set; }

    public int Keys { get; private set; }

    public int Contacts { get; private set; }

    public int BuyerMarks { get; private set; }

    public DateTimeOffset? EarliestExpiry { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset FinishedAt { get; private set; }

    /// <summary>SHA-256 of the orders' ids, ascending, decimal, with commas between.</summary>
    public string OrdersHash { get; private set; }

    /// <summary>SHA-256 of <see cref="Content"/>; the audit trail repeats it.</summary>
    public string Hash { get; private set; }

    /// <summary>
    /// What the hash covers: the fields in this order, times in UTC as ISO 8601, with line feeds between; the channel last,
    /// where there is one.
    /// </summary>
    public string Content => string.Join(
        '\n',
        [
            Number(Orders), Number(Keys), Number(Contacts), Number(BuyerMarks), Time(EarliestExpiry), Time(StartedAt),
            Time(FinishedAt), OrdersHash, .. ChannelId is { } channel ? [Number(channel)] : Array.Empty<string>(),
        ]);

    /// <summary>Whether the fields are those that were certified.</summary>
    public bool IsGenuine => Hash == HashOf(Content);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset? value) =>
        value?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture) ?? string.Empty;

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
