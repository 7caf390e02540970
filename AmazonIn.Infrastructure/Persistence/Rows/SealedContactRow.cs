namespace AmazonIn.Infrastructure.Persistence.Rows;

/// <summary>A buyer's personal data as ciphertext; the key that opens it is in the key database.</summary>
internal sealed class SealedContactRow
{
    public long SalesOrderId { get; set; }

    public Guid KeyId { get; set; }

    public required byte[] Ciphertext { get; set; }
}
