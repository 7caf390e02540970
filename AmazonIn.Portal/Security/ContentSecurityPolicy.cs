using System.Buffers;
using System.Security.Cryptography;

namespace AmazonIn.Portal.Security;

/// <summary>The Content-Security-Policy of every answer (security.md B-24).</summary>
internal static class ContentSecurityPolicy
{
    private const string NonceKey = "amazonin.csp-nonce";

    private static readonly SearchValues<char> HostCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:[]");

    /// <summary>This request's nonce, for the import map and other inline scripts that we write ourselves.</summary>
    public static string CspNonce(this HttpContext context)
    {
        if (context.Items[NonceKey] is not string nonce)
        {
            nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
            context.Items[NonceKey] = nonce;
        }

        return nonce;
    }

    public static string Of(HttpContext context)
    {
        // MudBlazor positions popovers and draws progress with style attributes, hence 'unsafe-inline' for styles;
        // scripts need our nonce. Some browsers do not count web sockets as 'self', so our own host is named.
        var host = context.Request.Host.Value ?? string.Empty;
        var sockets = host.Length > 0 && !host.AsSpan().ContainsAnyExcept(HostCharacters)
            ? $" ws://{host} wss://{host}"
            : string.Empty;
        return "default-src 'self'; base-uri 'self'; object-src 'none'; frame-ancestors 'none'; form-action 'self'; "
            + "img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
            + $"script-src 'self' 'nonce-{context.CspNonce()}'; connect-src 'self'{sockets}";
    }
}
