namespace AmazonIn.Infrastructure.Sandbox.Control;

/// <summary>The fault that strikes the current request.</summary>
internal sealed record FaultFeature(FaultKind Kind);
