namespace AmazonIn.Domain.Ports.Stores;

/// <param name="Data">The path of the file with the data.</param>
/// <param name="DataBytes">Its size.</param>
/// <param name="Keys">The path of the file with the vault's keys, to be kept apart and for a week at most.</param>
/// <param name="Orders">Sales orders in the backup.</param>
/// <param name="DataKeys">Orders' keys in the backup.</param>
public sealed record BackupFiles(string Data, long DataBytes, string Keys, long Orders, long DataKeys)
{
    /// <summary>
    /// How long a backup of keys can be restored (security.md C-19): the longest that something deleted could be
    /// brought back by backups.
    /// </summary>
    public static TimeSpan KeysLife { get; } = TimeSpan.FromDays(7);

    /// <summary>Where the keys that belong to a backup of data are written.</summary>
    public static string KeysOf(string path) => $"{path}.keys";
}
