namespace AmazonIn.Infrastructure.Persistence.Rows;

/// <summary>A person's authenticator app.</summary>
internal sealed class SecondFactor
{
    public const int SecretMaxLength = 1000;

    public long UserId { get; set; }

    /// <summary>Encrypted by Data Protection.</summary>
    public required string Secret { get; set; }

    /// <summary>The step of the latest code that was taken; it and everything older is refused.</summary>
    public long LastStep { get; set; }

    public DateTimeOffset EnrolledAt { get; set; }
}
