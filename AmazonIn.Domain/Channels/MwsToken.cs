namespace AmazonIn.Domain.Channels;

/// <summary>Recognises authorisation tokens of Amazon MWS, which Amazon switched off on 31 March 2024.</summary>
public static class MwsToken
{
    /// <summary>Whether the text has the shape <c>amzn.mws.</c> followed by a GUID.</summary>
    public static bool LooksLike(string token) =>
        token.StartsWith("amzn.mws.", StringComparison.OrdinalIgnoreCase)
        && Guid.TryParse(token["amzn.mws.".Length..], out _);
}
