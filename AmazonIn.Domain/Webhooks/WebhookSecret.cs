using System.Security.Cryptography;

namespace AmazonIn.Domain.Webhooks;

/// <summary>What an endpoint's messages are signed with; every endpoint has its own (security.md W-06).</summary>
public sealed class WebhookSecret
{
    private const string Prefix = "whsec_";
    private const int Length = 32;

    private readonly byte[] _key;

    public WebhookSecret(byte[] key) => _key = key;

    /// <summary>The bytes that sign.</summary>
    public ReadOnlySpan<byte> Key => _key;

    public static WebhookSecret Generate() => new(RandomNumberGenerator.GetBytes(Length));

    /// <summary>As the receiver is given it, once.</summary>
    public string Reveal() => Prefix + Convert.ToBase64String(_key);

    /// <summary>A careless log shows nothing.</summary>
    public override string ToString() => Prefix + "…";
}
