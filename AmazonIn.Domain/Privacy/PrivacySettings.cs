namespace AmazonIn.Domain.Privacy;

/// <summary>The numbers of the data-protection promise, in one place.</summary>
/// <param name="RetentionDays">Days that personal data outlives fulfilment or voiding; at most 30 (X2).</param>
public sealed record PrivacySettings(int RetentionDays)
{
    /// <summary>Amazon's Data Protection Policy 2.1 allows no more than 30 days after delivery.</summary>
    public const int MaxRetentionDays = 30;

    public static PrivacySettings Default { get; } = new(MaxRetentionDays);
}
