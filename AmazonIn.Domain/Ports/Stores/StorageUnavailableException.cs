namespace AmazonIn.Domain.Ports.Stores;

/// <summary>
/// The database cannot take or give data now: disk full, locked beyond patience, unreachable. Nothing was written.
/// The message is for a person and says what to do.
/// </summary>
public sealed class StorageUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
