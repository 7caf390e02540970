using AmazonIn.Infrastructure.Sandbox.Wire;

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace AmazonIn.Infrastructure.Sandbox.Listings;

/// <summary>Reads a SKU out of the path as it stood on the wire, before anybody decoded it.</summary>
internal static class ListingPath
{
    /// <exception cref="ApiException">
    /// The SKU holds a slash: Amazon's gateway undoes the escaping and then knows no such path, so the answer is the
    /// one for an unknown path.
    /// </exception>
    public static string Sku(HttpContext http)
    {
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var end = target.IndexOf('?', StringComparison.Ordinal);
        var path = end < 0 ? target : target[..end];
        var segment = path[(path.LastIndexOf('/') + 1)..];
        return segment.Contains("%2F", StringComparison.OrdinalIgnoreCase)
            ? throw new ApiException(ApiError.MissingAuthenticationToken)
            : Uri.UnescapeDataString(segment);
    }
}
