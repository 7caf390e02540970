namespace AmazonIn.Infrastructure.Vault;

/// <summary>
/// Where master keys are kept (security.md D-21): the port for a key management system. Keys are text,
/// <see cref="MasterKey.Length"/> bytes as base64, in the order in which they were made.
/// </summary>
internal interface IMasterKeyStore
{
    /// <summary>For messages: the file or the configuration key.</summary>
    string Place { get; }

    /// <summary>Whether whoever can read the data directory can read the keys as well.</summary>
    bool IsPlainFile { get; }

    /// <summary>Whether there is a key, so that none would be made.</summary>
    bool Exists { get; }

    /// <summary>All keys; where there were none, the first one is made if this store can make any.</summary>
    IReadOnlyList<string> Read();

    /// <summary>Makes one more key; false where a person has to put it there.</summary>
    bool TryAdd(string key);

    /// <summary>Takes keys away; false where a person has to.</summary>
    bool TryRemove(Func<string, bool> isUnused);
}
