namespace AmazonIn.Infrastructure.Backups;

/// <summary>Brings a backup's database back into a file and finds out whether it is whole.</summary>
internal static class BackupReading
{
    /// <returns>The rows by table.</returns>
    /// <exception cref="BackupUnusableException">The key is wrong, or something is damaged or missing.</exception>
    public static Dictionary<string, long> Fill(SqliteCopy copy, string path, BackupHeader header, byte[] key)
    {
        Dictionary<string, long> expected;
        using (var target = new FileStream(copy.FilePath, FileMode.Truncate, FileAccess.Write))
        {
            expected = BackupFile.Read(path, header, key, target);
        }

        copy.CheckIntegrity(path);
        var found = copy.CountRows();
        return found.Count == expected.Count && found.All(table => expected.GetValueOrDefault(table.Key, -1) == table.Value)
            ? found
            : throw new BackupUnusableException($"The database in {path} does not hold the rows it was made of.");
    }
}
