namespace AmazonIn.Portal.Security;

/// <summary>Keeps redirects on this portal (security.md B-11).</summary>
internal static class LocalUrl
{
    /// <summary>
    /// The address if it is a path on this portal, else the start page. Refused are other hosts in every spelling that
    /// a browser would follow, and the account pages, which would only lead in circles.
    /// </summary>
    public static string OrStart(string? returnUrl) =>
        IsLocal(returnUrl) && !returnUrl.StartsWith("/account", StringComparison.OrdinalIgnoreCase) ? returnUrl : "/";

    public static bool IsLocal([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] string? url)
    {
        if (string.IsNullOrEmpty(url) || url[0] != '/')
        {
            return false;
        }

        // Browsers read a backslash as a slash, drop tabs and line breaks, and some proxies decode before they pass on.
        var decoded = Uri.UnescapeDataString(url);
        return !decoded.StartsWith("//", StringComparison.Ordinal)
            && !decoded.Contains('\\', StringComparison.Ordinal)
            && !decoded.Any(char.IsControl);
    }
}
