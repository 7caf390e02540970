namespace AmazonIn.Domain.Ports.Stores;

/// <summary>
/// The vault's keys cannot be had now: the key store or the master key does not answer. Nothing personal was written or
/// read. The message is for a person and says what to do.
/// </summary>
public sealed class KeysUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
