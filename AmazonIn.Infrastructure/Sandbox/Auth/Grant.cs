namespace AmazonIn.Infrastructure.Sandbox.Auth;

/// <summary>What an access token stands for: a seller's authorisation, or (seller absent) a grantless scope.</summary>
internal sealed record Grant(string? SellerId, string? Scope)
{
    private const string RestrictedPrefix = "restricted:";

    /// <summary>The one path that the token opens; null where it is an ordinary one.</summary>
    public string? RestrictedTo =>
        Scope?.StartsWith(RestrictedPrefix, StringComparison.Ordinal) == true ? Scope[RestrictedPrefix.Length..] : null;

    /// <summary>Right to read personal data by one path.</summary>
    public static Grant Restricted(string sellerId, string path) => new(sellerId, RestrictedPrefix + path);
}
