using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Privacy;

namespace AmazonIn.Domain.Ports.Stores;

/// <summary>Destroys personal data whose time has run out (X2).</summary>
public interface IContactRemoval
{
    /// <summary>
    /// Destroys the next batch of what has expired, and what a broken-off call left half done, in this order (security.md
    /// C-13): the orders are marked, so that nothing is stored for them again; the keys go; then ciphertexts, the marks of
    /// customers whose last order this was, and at last the bytes in the files. Broken off anywhere, the next call
    /// finishes it. Only one portal may call it at a time.
    /// </summary>
    /// <returns>
    /// The certificate of the batch, stored with it; null when nothing more is due, which may be after orders were marked
    /// that had no personal data.
    /// </returns>
    Task<DeletionCertificate?> RemoveExpiredAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// Orders with personal data whose expiry began again <see cref="RetentionClock.RestartsTold"/> times or more, as far as
    /// nobody was told of the last of them. As they were read: they are not for saving.
    /// </summary>
    Task<IReadOnlyList<SalesOrder>> ListPutOffAsync(CancellationToken cancellationToken);

    /// <summary>Notes that somebody was told of the order as it was read.</summary>
    Task ToldOfPutOffAsync(SalesOrder order, CancellationToken cancellationToken);

    /// <summary>
    /// Destroys keys older than a day that open nothing: their orders were never written, or a backup brought them back.
    /// Only before the portal works, since an import makes its keys first.
    /// </summary>
    /// <returns>How many.</returns>
    Task<int> RemoveStrayKeysAsync(DateTimeOffset now, CancellationToken cancellationToken);
}
