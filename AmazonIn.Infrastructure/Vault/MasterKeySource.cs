using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Infrastructure.Persistence;
using Microsoft.Extensions.Options;

namespace AmazonIn.Infrastructure.Vault;

/// <summary>
/// Where the master key comes from: <c>Privacy:MasterKey</c>, or the file <c>master.key</c> in the data directory, which
/// is made at the first start and only the portal's account may read.
/// </summary>
internal sealed class MasterKeySource(IOptions<PrivacyOptions> privacy, IOptions<DatabaseOptions> database)
{
    public const string FileName = "master.key";

    private readonly Lock _gate = new();
    private MasterKey? _key;

    private string FilePath => Path.Combine(database.Value.Directory, FileName);

    /// <summary>Whether there is a key already, so that none would be made.</summary>
    public bool Exists => !string.IsNullOrWhiteSpace(privacy.Value.MasterKey) || File.Exists(FilePath);

    /// <summary>The key; made and stored where there was none.</summary>
    public MasterKey Current
    {
        get
        {
            lock (_gate)
            {
                return _key ??= Load();
            }
        }
    }

    private MasterKey Load()
    {
        if (!string.IsNullOrWhiteSpace(privacy.Value.MasterKey))
        {
            // Validated at the start.
            return Parse(privacy.Value.MasterKey, PrivacyOptions.MasterKeyKey);
        }

        if (!File.Exists(FilePath))
        {
            PrivateFiles.WriteNew(FilePath, MasterKey.Generate());
        }

        return Parse(File.ReadAllText(FilePath), FilePath);
    }

    private static MasterKey Parse(string text, string where) => MasterKey.TryParse(text, out var key)
        ? key
        : throw new StorageUnavailableException(
            $"{where} does not hold a master key: 32 bytes as base64. Put the right one back from its backup.");
}
