namespace AmazonIn.Domain.Ports.Stores;

/// <summary>
/// The database cannot be used just now: the disk is full, the file is locked, the server does not answer. Nothing of
/// what was asked has been written; trying again later is safe.
/// </summary>
/// <param name="message">For a person: what is wrong and what to do. Carries no data.</param>
public sealed class StorageUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
