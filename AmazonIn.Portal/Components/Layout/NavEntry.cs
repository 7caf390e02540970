namespace AmazonIn.Portal.Components.Layout;

/// <summary>A page that can be reached from the navigation and from the search.</summary>
/// <param name="Policy">The permission that opens it.</param>
public sealed record NavEntry(string Title, string Href, string Icon, string Policy);
