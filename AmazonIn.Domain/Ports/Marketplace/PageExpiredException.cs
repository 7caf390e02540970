namespace AmazonIn.Domain.Ports.Marketplace;

/// <summary>A page token is older than Amazon keeps them, or was refused: the window is to be read from its start.</summary>
public sealed class PageExpiredException() : Exception("The place to go on from has expired.");
