namespace AmazonIn.Infrastructure.Vault;

/// <summary><c>Privacy:MasterKey</c>: one key, or several while they are rotated.</summary>
internal sealed class ConfiguredMasterKeys(string configured) : IMasterKeyStore
{
    public string Place => PrivacyOptions.MasterKeyKey;

    public bool IsPlainFile => false;

    public bool Exists => true;

    public IReadOnlyList<string> Read() => PrivacyOptions.Split(configured);

    public bool TryAdd(string key) => false;

    public bool TryRemove(Func<string, bool> isUnused) => false;
}
