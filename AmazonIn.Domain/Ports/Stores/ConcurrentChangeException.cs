namespace AmazonIn.Domain.Ports.Stores;

/// <summary>The thing was changed by somebody else since it was read.</summary>
public sealed class ConcurrentChangeException(Exception? inner = null)
    : Exception("Somebody else changed this in the meantime. Reload and try again.", inner);
