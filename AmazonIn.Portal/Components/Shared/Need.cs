namespace AmazonIn.Portal.Components.Shared;

/// <summary>Something that waits for a person, and where to see to it.</summary>
public sealed record Need(string Text, string Detail, string Action, string Href);
