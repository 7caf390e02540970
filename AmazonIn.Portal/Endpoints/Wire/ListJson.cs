namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>A page of a list.</summary>
/// <param name="Data">The rows, newest first.</param>
/// <param name="NextCursor">To be handed back as <c>cursor</c> for the next page; null on the last one.</param>
internal sealed record ListJson<T>(IReadOnlyList<T> Data, string? NextCursor);
