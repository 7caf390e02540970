namespace AmazonIn.Portal.Components.Layout;

/// <summary>A line of the search dialog: a page or something found.</summary>
internal sealed record SearchEntry(string Title, string Detail, string Icon, string Href);
