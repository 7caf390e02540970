namespace AmazonIn.Infrastructure.Vault;

/// <summary>Where the key above all keys comes from: <c>Privacy:MasterKey</c>, <c>Privacy:Certificate:*</c> or a file.</summary>
public sealed class PrivacyOptions
{
    public const string MasterKeyKey = "Privacy:MasterKey";
    public const string AcceptFileKeyKey = "Privacy:AcceptFileKey";
    public const string CertificatePathKey = "Privacy:Certificate:Path";
    public const string CertificateKeyPathKey = "Privacy:Certificate:KeyPath";
    public const string CertificatePasswordKey = "Privacy:Certificate:Password";
    public const string CertificateThumbprintKey = "Privacy:Certificate:Thumbprint";

    /// <summary>
    /// 32 random bytes as base64; several, separated by commas, while they are rotated. Left out, a file in the data
    /// directory holds a key made at the first start.
    /// </summary>
    public string? MasterKey { get; set; }

    /// <summary>As written: whether Production may keep the key in a plain file.</summary>
    public string? AcceptFileKey { get; set; }

    /// <summary>A PFX or PEM file that the file of keys is encrypted for.</summary>
    public string? CertificatePath { get; set; }

    /// <summary>The PEM file of its private key, where that is not in the same file.</summary>
    public string? CertificateKeyPath { get; set; }

    public string? CertificatePassword { get; set; }

    /// <summary>The same as a certificate of the account's or the machine's own store.</summary>
    public string? CertificateThumbprint { get; set; }

    /// <summary>Whether a plain file holds the key.</summary>
    public bool IsPlainFile => MasterKey is null && CertificatePath is null && CertificateThumbprint is null;

    public static IReadOnlyList<string> Split(string masterKeys) =>
        masterKeys.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>What is wrong, naming the key and never its value; nothing when all is well.</summary>
    public IReadOnlyList<string> Validate(bool production)
    {
        if (MasterKey is not null && !(Split(MasterKey) is [_, ..] keys && keys.All(key => Vault.MasterKey.TryParse(key, out _))))
        {
            return [$"{MasterKeyKey} must be 32 random bytes as base64, such as `openssl rand -base64 32` prints."];
        }

        if (AcceptFileKey is not (null or "true" or "True" or "false" or "False"))
        {
            return [$"{AcceptFileKeyKey} must be true or false."];
        }

        if (CertificatePath is not null && CertificateThumbprint is not null)
        {
            return [$"{CertificateThumbprintKey} must be absent where {CertificatePathKey} names a file."];
        }

        return production && IsPlainFile && AcceptFileKey is not ("true" or "True")
            ? [$"{MasterKeyKey} must be set in Production, or {CertificatePathKey} name a certificate that the file of keys is "
                + $"encrypted for; set {AcceptFileKeyKey} to true to keep the key in a plain file nevertheless."]
            : [];
    }
}
