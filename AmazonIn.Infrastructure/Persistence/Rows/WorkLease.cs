namespace AmazonIn.Infrastructure.Persistence.Rows;

/// <summary>Who may do a piece of work that only one portal does at a time, and until when.</summary>
internal sealed class WorkLease
{
    public const int NameMaxLength = 60;
    public const int OwnerMaxLength = 100;

    public long Id { get; set; }

    public required string Name { get; set; }

    public required string Owner { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public int Version { get; set; }
}
