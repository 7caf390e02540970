using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Domain.UseCases.Backups;

/// <param name="Deleted">Orders in the backup whose personal data was past its time and is destroyed again.</param>
public sealed record RestoreReport(RestoredBackup Backup, int Deleted);
