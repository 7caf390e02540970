namespace AmazonIn.Portal.Components.Layout;

/// <summary>Entries under a heading; the first group has none.</summary>
public sealed record NavGroup(string? Title, IReadOnlyList<NavEntry> Entries);
