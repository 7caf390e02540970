namespace AmazonIn.Infrastructure.Backups;

/// <summary>A file is no backup, not the right one, or damaged; the message is one line for a person.</summary>
internal sealed class BackupUnusableException(string message, Exception? inner = null) : Exception(message, inner);
