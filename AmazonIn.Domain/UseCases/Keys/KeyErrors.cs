using AmazonIn.Domain.Common;

namespace AmazonIn.Domain.UseCases.Keys;

/// <summary>Why a master key is not replaced or taken away.</summary>
public static class KeyErrors
{
    public static Error NewKeyMissing { get; } = new(
        "keys.new-key-missing",
        "Privacy:MasterKey holds no new key. Add one behind the present key, separated by a comma, on every portal of this "
        + "database, restart them one by one, and run rotate-keys again.",
        ErrorKind.Conflict);

    public static Error OldKeyConfigured { get; } = new(
        "keys.old-key-configured",
        "Old keys that nothing needs any more stand in Privacy:MasterKey: take them out there yourself.",
        ErrorKind.Conflict);
}
