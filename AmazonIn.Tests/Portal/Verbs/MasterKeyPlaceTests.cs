using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AmazonIn.Infrastructure.Vault;

namespace AmazonIn.Tests.Portal.Verbs;

/// <summary>Where the master key may be kept (security.md D-21).</summary>
public sealed class MasterKeyPlaceTests : IDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("amazonin-keys-");

    private string KeyFile => Path.Combine(data.FullName, "master.key");

    public void Dispose() => data.Delete(recursive: true);

    [Fact]
    public async Task Production_refuses_a_plain_file_until_it_is_accepted()
    {
        var refused = await MigrateAsync(("Privacy:AcceptFileKey", null));

        Assert.Equal(1, refused.Code);
        Assert.StartsWith("Privacy:MasterKey must be set in Production", refused.Error, StringComparison.Ordinal);
        Assert.Single(refused.Error.TrimEnd().Split('\n'));
        Assert.False(File.Exists(KeyFile));
        Assert.Equal(0, (await MigrateAsync(("Privacy:AcceptFileKey", "true"))).Code);
    }

    [Theory]
    [InlineData("key.pfx")]
    [InlineData("key.pem")]
    public async Task A_certificate_encrypts_the_file_of_keys_also_one_that_was_plain(string name)
    {
        var path = Certificate(name);
        (string, string?)[] settings = [("Privacy:AcceptFileKey", null), ("Privacy:Certificate:Path", path), ("Privacy:Certificate:Password", Password(name))];
        Assert.Equal(0, (await MigrateAsync()).Code);
        var plain = await File.ReadAllTextAsync(KeyFile, TestContext.Current.CancellationToken);

        var first = await MigrateAsync(settings);
        var wrapped = await File.ReadAllTextAsync(KeyFile, TestContext.Current.CancellationToken);
        var again = await MigrateAsync(settings);
        var without = await MigrateAsync();

        Assert.Equal((0, string.Empty), (first.Code, first.Error));
        Assert.Equal((0, string.Empty), (again.Code, again.Error));
        Assert.StartsWith("rsa-oaep-256:", wrapped, StringComparison.Ordinal);
        Assert.DoesNotContain(plain.Trim(), wrapped, StringComparison.Ordinal);
        Assert.Equal(1, without.Code);
        Assert.Contains("is encrypted for a certificate", without.Error, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));
        }
    }

    [Fact]
    public async Task Another_certificate_is_refused()
    {
        await MigrateAsync(("Privacy:Certificate:Path", Certificate("key.pem")));

        var (code, _, error) = await MigrateAsync(("Privacy:Certificate:Path", Certificate("other.pem")));

        Assert.Equal(1, code);
        Assert.Contains("is not the one that the master key was encrypted for", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Configured_keys_are_rotated_once_the_new_one_is_configured()
    {
        var (first, second) = (MasterKey.Generate(), MasterKey.Generate());
        await MigrateAsync(("Privacy:MasterKey", first));

        var missing = await RotateAsync(first);
        var rotated = await RotateAsync($"{first},{second}");
        var forgotten = await RotateAsync($"{first},{second}", "--forget-old");
        var alone = await MigrateAsync(("Privacy:MasterKey", second));

        Assert.Equal(1, missing.Code);
        Assert.StartsWith("Privacy:MasterKey holds no new key.", missing.Error, StringComparison.Ordinal);
        Assert.Equal((0, string.Empty), (rotated.Code, rotated.Error));
        Assert.Equal(1, forgotten.Code);
        Assert.Contains("take them out there yourself", forgotten.Error, StringComparison.Ordinal);
        Assert.Equal((0, string.Empty), (alone.Code, alone.Error));
        Assert.False(File.Exists(KeyFile));
    }

    private static string? Password(string name) => name.EndsWith("pfx", StringComparison.Ordinal) ? "of the file" : null;

    private string Certificate(string name)
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=AmazonIn", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2040, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var path = Path.Combine(data.FullName, name);
        if (Password(name) is { } password)
        {
            File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx, password));
        }
        else
        {
            File.WriteAllText(path, $"{certificate.ExportCertificatePem()}\n{rsa.ExportPkcs8PrivateKeyPem()}\n");
        }

        return path;
    }

    private Task<(int Code, string Output, string Error)> MigrateAsync(params (string Key, string? Value)[] settings) =>
        VerbRun.OfAsync(["migrate"], data.FullName, configuration: settings.ToDictionary(pair => pair.Key, pair => pair.Value));

    private Task<(int Code, string Output, string Error)> RotateAsync(string masterKeys, params string[] options) =>
        VerbRun.OfAsync(
            ["rotate-keys", .. options], data.FullName, configuration: new Dictionary<string, string?> { ["Privacy:MasterKey"] = masterKeys });
}
