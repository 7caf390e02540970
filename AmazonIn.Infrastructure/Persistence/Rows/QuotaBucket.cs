namespace AmazonIn.Infrastructure.Persistence.Rows;

/// <summary>A token bucket of Amazon's, as it stood at <see cref="UpdatedAt"/>; it refills with time.</summary>
internal sealed class QuotaBucket
{
    public const int OperationMaxLength = 100;

    public long Id { get; set; }

    public required string SellerId { get; set; }

    public required string Operation { get; set; }

    public double Tokens { get; set; }

    public double RatePerSecond { get; set; }

    public int Burst { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public int Version { get; set; }
}
