using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Infrastructure.Vault;

/// <summary>
/// The file <c>master.key</c> in the data directory, a key a line. It is made at the first start, and only the portal's
/// account may read it. With a certificate each line is encrypted for it; plain lines of before are encrypted at the
/// first reading.
/// </summary>
internal sealed class MasterKeyFile(string path, MasterKeyCertificate? certificate) : IMasterKeyStore
{
    public const string FileName = "master.key";

    public string Place => path;

    public bool IsPlainFile => certificate is null;

    public bool Exists => File.Exists(path);

    public IReadOnlyList<string> Read()
    {
        if (!Exists)
        {
            PrivateFiles.WriteNew(path, Protect(MasterKey.Generate()));
        }

        var lines = Lines();
        if (certificate is not null && lines.Any(line => !MasterKeyCertificate.IsProtected(line)))
        {
            Change(known => known);
        }

        return [.. lines.Select(Unprotect)];
    }

    public bool TryAdd(string key)
    {
        Change(keys => [.. keys, key]);
        return true;
    }

    public bool TryRemove(Func<string, bool> isUnused)
    {
        Change(keys => [.. keys.Where(key => !isUnused(key))]);
        return true;
    }

    // One at a time, so that of two keys added at once neither is lost; a lost key would take all that it opens with it.
    private void Change(Func<IReadOnlyList<string>, IReadOnlyList<string>> change)
    {
        using var turn = PrivateFiles.Lock($"{path}.lock");
        var keys = change([.. Lines().Select(Unprotect)]);
        PrivateFiles.Replace(path, string.Join('\n', keys.Select(Protect)));
    }

    private string[] Lines() =>
        File.ReadAllText(path).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private string Protect(string key) => certificate?.Protect(key) ?? key;

    private string Unprotect(string line) => !MasterKeyCertificate.IsProtected(line) ? line
        : certificate?.Unprotect(line)
            ?? throw new KeysUnavailableException($"{path} is encrypted for a certificate: set {PrivacyOptions.CertificatePathKey} or "
                + $"{PrivacyOptions.CertificateThumbprintKey} to it.");
}
