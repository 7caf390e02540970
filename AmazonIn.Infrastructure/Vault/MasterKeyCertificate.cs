using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Infrastructure.Vault;

/// <summary>
/// Encrypts master keys for an RSA certificate (OAEP, SHA-256), so that the file of keys is worth nothing without the
/// certificate's private key. Its date does not matter: it encrypts for ourselves, and must go on opening what it closed.
/// </summary>
internal sealed class MasterKeyCertificate(PrivacyOptions options)
{
    private const string Prefix = "rsa-oaep-256:";
    private const int LeastBits = 2048;

    public static bool IsProtected(string line) => line.StartsWith(Prefix, StringComparison.Ordinal);

    public string Protect(string key)
    {
        using var certificate = Load();
        using var rsa = certificate.GetRSAPublicKey();
        var wrapped = rsa is { KeySize: >= LeastBits }
            ? rsa.Encrypt(Convert.FromBase64String(key), RSAEncryptionPadding.OaepSHA256)
            : throw Unusable($"must have an RSA key of at least {LeastBits} bits");
        return $"{Prefix}{certificate.Thumbprint}:{Convert.ToBase64String(wrapped)}";
    }

    public string Unprotect(string line)
    {
        using var certificate = Load();
        using var rsa = certificate.GetRSAPrivateKey()
            ?? throw Unusable("must come with its private RSA key, which this account may read");
        try
        {
            return line[Prefix.Length..].Split(':') is [var thumbprint, var wrapped]
                && thumbprint == certificate.Thumbprint
                ? Convert.ToBase64String(rsa.Decrypt(Convert.FromBase64String(wrapped), RSAEncryptionPadding.OaepSHA256))
                : throw Unusable("is not the one that the master key was encrypted for");
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            throw Unusable("does not open the master key, which may be damaged", exception);
        }
    }

    private X509Certificate2 Load()
    {
        try
        {
            return options.CertificateThumbprint is { } thumbprint ? FromStore(thumbprint) : FromFile(options.CertificatePath!);
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw Unusable("cannot be opened; check the file, its password and who may read it", exception);
        }
    }

    private X509Certificate2 FromFile(string path)
    {
        if (X509Certificate2.GetCertContentType(path) == X509ContentType.Pkcs12)
        {
            return X509CertificateLoader.LoadPkcs12FromFile(path, options.CertificatePassword);
        }

        return options.CertificatePassword is { } password
            ? X509Certificate2.CreateFromEncryptedPemFile(path, password, options.CertificateKeyPath)
            : X509Certificate2.CreateFromPemFile(path, options.CertificateKeyPath);
    }

    private static X509Certificate2 FromStore(string thumbprint)
    {
        foreach (var location in new[] { StoreLocation.CurrentUser, StoreLocation.LocalMachine })
        {
            using var store = new X509Store(StoreName.My, location);
            store.Open(OpenFlags.ReadOnly);
            if (store.Certificates.Find(X509FindType.FindByThumbprint, thumbprint, validOnly: false) is [var found, ..])
            {
                return found;
            }
        }

        throw Unusable("is in neither the account's nor the machine's store");
    }

    private static KeysUnavailableException Unusable(string what, Exception? inner = null) =>
        new($"The certificate of Privacy:Certificate {what}.", inner);
}
