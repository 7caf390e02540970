using System.Diagnostics.CodeAnalysis;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Infrastructure.Persistence;
using Microsoft.Extensions.Options;

namespace AmazonIn.Infrastructure.Vault;

/// <summary>
/// The master keys of this installation, read from their store and read again when one is asked for that is not among
/// them: another process may have rotated them meanwhile.
/// </summary>
internal sealed class MasterKeyRing
{
    private readonly Lock _gate = new();
    private readonly IMasterKeyStore _store;
    private Dictionary<string, MasterKey> _keys = new(StringComparer.Ordinal);

    public MasterKeyRing(IOptions<PrivacyOptions> privacy, IOptions<DatabaseOptions> database)
        : this(StoreOf(privacy.Value, database.Value))
    {
    }

    public MasterKeyRing(IMasterKeyStore store) => _store = store;

    public string Place => _store.Place;

    public bool IsPlainFile => _store.IsPlainFile;

    /// <summary>Whether there is a key already, so that none would be made.</summary>
    public bool Exists => _store.Exists;

    /// <exception cref="KeysUnavailableException">No key of that id, or the store does not answer.</exception>
    public MasterKey Get(string id) => TryGet(id, out var key)
        ? key
        : throw new KeysUnavailableException(
            $"{PrivacyOptions.MasterKeyKey} {id} is not at hand: it is not in {_store.Place}. Put it there, or put the file back.");

    public bool TryGet(string id, [NotNullWhen(true)] out MasterKey? key)
    {
        lock (_gate)
        {
            return _keys.TryGetValue(id, out key) || ReadAgain().TryGetValue(id, out key);
        }
    }

    /// <summary>All keys as they are in the store now, oldest first; the first one is made where there were none.</summary>
    public IReadOnlyList<MasterKey> Read()
    {
        lock (_gate)
        {
            return [.. ReadAgain().Values];
        }
    }

    /// <summary>Makes a new key, in the store when this returns; null where a person has to put it there.</summary>
    public MasterKey? Add()
    {
        var text = MasterKey.Generate();
        return _store.TryAdd(text) ? Parse(text) : null;
    }

    /// <summary>Takes keys away for good; false where a person has to.</summary>
    public bool TryRemove(IReadOnlySet<string> ids) => Guard(() => _store.TryRemove(text => ids.Contains(Parse(text).Id)));

    private static IMasterKeyStore StoreOf(PrivacyOptions privacy, DatabaseOptions database) =>
        privacy.MasterKey is { } configured
            ? new ConfiguredMasterKeys(configured)
            : new MasterKeyFile(
                Path.Combine(database.Directory, MasterKeyFile.FileName),
                privacy.IsPlainFile ? null : new MasterKeyCertificate(privacy));

    private Dictionary<string, MasterKey> ReadAgain()
    {
        var keys = new Dictionary<string, MasterKey>(StringComparer.Ordinal);
        foreach (var key in Guard(_store.Read).Select(Parse))
        {
            keys[key.Id] = key;
        }

        return _keys = keys.Count > 0 ? keys : throw Damaged();
    }

    private T Guard<T>(Func<T> use)
    {
        try
        {
            return use();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new KeysUnavailableException($"{_store.Place} cannot be read or written. Check who may, and the disk.", exception);
        }
    }

    private MasterKey Parse(string text) => MasterKey.TryParse(text, out var key) ? key : throw Damaged();

    private KeysUnavailableException Damaged() => new(
        $"{_store.Place} does not hold a master key: 32 bytes as base64. Put the right one back from its backup.");
}
