namespace AmazonIn.Portal.Security;

/// <summary>Claims beside the framework's own.</summary>
internal static class PortalClaims
{
    /// <summary>The name that histories and the top bar show.</summary>
    public const string DisplayName = "amazonin:name";

    /// <summary>Id of the API key that a request came with.</summary>
    public const string ApiKeyId = "amazonin:key";

    /// <summary>One for each scope of that key.</summary>
    public const string Scope = "scope";

    /// <summary>Id of the person's session.</summary>
    public const string Session = "amazonin:session";

    /// <summary>
    /// The network address that the request, or the connection of the circuit, came from. Set anew for each by
    /// <see cref="RequestOrigin"/>; never part of a cookie.
    /// </summary>
    public const string Origin = "amazonin:origin";

    /// <summary>Present while the person's password is too old: they may change it and nothing else.</summary>
    public const string PasswordExpired = "amazonin:password-expired";

    /// <summary>Present while the person must enrol a second factor: they may do that and nothing else.</summary>
    public const string SecondFactorMissing = "amazonin:second-factor-missing";
}
