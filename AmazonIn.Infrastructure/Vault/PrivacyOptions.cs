namespace AmazonIn.Infrastructure.Vault;

/// <summary><c>Privacy:MasterKey</c>, the key above all keys.</summary>
public sealed class PrivacyOptions
{
    public const string MasterKeyKey = "Privacy:MasterKey";

    /// <summary>32 random bytes as base64. Left out, a file in the data directory holds a key made at the first start.</summary>
    public string? MasterKey { get; set; }

    /// <summary>What is wrong, naming the key and never its value; nothing when all is well.</summary>
    public IReadOnlyList<string> Validate() =>
        string.IsNullOrWhiteSpace(MasterKey) || Vault.MasterKey.TryParse(MasterKey, out _)
            ? []
            : [$"{MasterKeyKey} must be 32 random bytes as base64, such as `openssl rand -base64 32` prints."];
}
