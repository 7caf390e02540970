namespace AmazonIn.Infrastructure.Sandbox.Listings;

internal sealed record ListingIssue(string Code, string Message, string Severity, string Category)
{
    public string[] AttributeNames { get; init; } = [];

    /// <summary>What Amazon does about it, such as SEARCH_SUPPRESSED.</summary>
    public string? Enforcement { get; init; }

    public static ListingIssue Error(string code, string message, string category, params string[] attributeNames) =>
        new(code, message, "ERROR", category) { AttributeNames = attributeNames };
}
