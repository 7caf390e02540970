namespace AmazonIn.Domain.Ports.Stores;

/// <param name="MadeAt">When the backup was made.</param>
/// <param name="Orders">Sales orders in it.</param>
/// <param name="Keys">What the contacts are opened with now.</param>
/// <param name="DataKeys">Orders' keys that were restored.</param>
public sealed record RestoredBackup(DateTimeOffset MadeAt, long Orders, RestoredKeys Keys, long DataKeys);
