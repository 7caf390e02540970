namespace AmazonIn.Portal.Components.Shared;

/// <summary>Something that waits for a person, and where in the portal to see to it, if there.</summary>
public sealed record Need(string Text, string Detail, string? Action = null, string? Href = null);
