namespace AmazonIn.Infrastructure.Webhooks;

/// <summary>A name leads to an address that webhooks do not go to. Names neither, since it may be logged.</summary>
internal sealed class TargetNotAllowedException() : IOException("The target is not on the open internet.");
