namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>Names of the query parameters that a call takes; any other is refused. See <see cref="QueryReader"/>.</summary>
internal sealed record QueryParameters(IReadOnlyList<string> Names)
{
    public const string Limit = "limit";
    public const string Cursor = "cursor";
}
