using System.Globalization;

using AmazonIn.Infrastructure.Sandbox.Wire;

using Microsoft.AspNetCore.Http;

namespace AmazonIn.Infrastructure.Sandbox.Documents;

/// <summary>
/// Presigned addresses of documents: good for five minutes, one method, one document, and for an upload one content
/// type. Whoever has the address needs no token, and may send none.
/// </summary>
internal sealed class DocumentLink(Signer signer, MarketplaceClock clock)
{
    private const string Purpose = "document";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <param name="baseAddress">Where the caller reaches this marketplace.</param>
    /// <param name="method">GET or PUT.</param>
    /// <param name="documentId">The document.</param>
    /// <param name="extra">What else is bound: the content type of an upload, or the encoding of a download.</param>
    public string Make(string baseAddress, string method, string documentId, string extra)
    {
        var expires = (clock.Now + Lifetime).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var signature = signer.Sign(Purpose, $"{method}\n{documentId}\n{expires}\n{extra}");
        return $"{baseAddress}/documents/{Uri.EscapeDataString(documentId)}" +
            $"?signature={Uri.EscapeDataString(signature)}";
    }

    /// <summary>What the address was signed for; or the error, in the words of the storage that Amazon uses.</summary>
    public (string? Extra, string? Error) Open(HttpContext http, string documentId)
    {
        if (http.Request.Headers.ContainsKey("x-amz-access-token") || http.Request.Headers.Authorization.Count > 0)
        {
            return (null, "There were headers present in the request which were not signed");
        }

        if (!signer.TryOpen(Purpose, http.Request.Query["signature"], out var content)
            || content.Split('\n') is not [var method, var signedId, var expires, var extra]
            || method != http.Request.Method
            || signedId != documentId)
        {
            return (null, "The request signature we calculated does not match the signature you provided.");
        }

        return clock.Now.ToUnixTimeMilliseconds() >= long.Parse(expires, CultureInfo.InvariantCulture)
            ? (null, "Request has expired")
            : (extra, null);
    }
}
