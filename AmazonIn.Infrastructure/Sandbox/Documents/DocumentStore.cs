using System.Collections.Concurrent;

namespace AmazonIn.Infrastructure.Sandbox.Documents;

internal sealed class DocumentStore
{
    // Far more than a client has open at once; older ones are gone, as Amazon's are after their time.
    private const int Most = 2000;

    private readonly ConcurrentDictionary<string, StoredDocument> documents = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> ages = new();

    public void Put(StoredDocument document)
    {
        documents[document.Id] = document;
        ages.Enqueue(document.Id);
        while (ages.Count > Most && ages.TryDequeue(out var oldest))
        {
            documents.TryRemove(oldest, out _);
        }
    }

    public StoredDocument? Find(string id) => documents.GetValueOrDefault(id);

    /// <summary>The document, where it is this seller's.</summary>
    public StoredDocument? Find(string id, string sellerId) =>
        Find(id) is { } document && document.SellerId == sellerId ? document : null;
}
