using AmazonIn.Domain.Audit;

namespace AmazonIn.Domain.Ports.Stores;

/// <summary>What is kept outside the database about the trail.</summary>
/// <param name="Anchors">In the order in which they were written.</param>
/// <param name="UnreadableLines">Lines that are no anchors, from 1: somebody else wrote there.</param>
public sealed record AuditAnchors(IReadOnlyList<AuditAnchor> Anchors, IReadOnlyList<int> UnreadableLines);
