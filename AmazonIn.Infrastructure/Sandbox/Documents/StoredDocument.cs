namespace AmazonIn.Infrastructure.Sandbox.Documents;

/// <summary>A document: an upload's bytes, or something that writes a download when it is fetched.</summary>
internal sealed class StoredDocument(string id, string sellerId, string contentType)
{
    public string Id => id;

    public string SellerId => sellerId;

    public string ContentType => contentType;

    public bool Gzip { get; init; }

    /// <summary>Writes the document uncompressed.</summary>
    public Func<Stream, CancellationToken, Task>? WriteAsync { get; init; }

    public byte[]? Uploaded { get; set; }
}
