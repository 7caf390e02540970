namespace AmazonIn.Infrastructure.Backups;

/// <summary>What a backup file holds. The numbers are in the files.</summary>
internal enum BackupKind : byte
{
    Data = 1,
    Keys = 2,
}
