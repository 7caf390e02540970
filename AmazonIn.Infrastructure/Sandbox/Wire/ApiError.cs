namespace AmazonIn.Infrastructure.Sandbox.Wire;

/// <summary>One entry of Amazon's error envelope together with the status it travels with.</summary>
internal sealed record ApiError(int Status, string Code, string Message, string Details = "")
{
    public static ApiError InvalidInput(string message, string details = "") =>
        new(400, "InvalidInput", message, details);

    public static ApiError NotFound(string message) => new(404, "NotFound", message);

    public static ApiError Denied(string details) =>
        new(403, "Unauthorized", "Access to requested resource is denied.", details);

    public static ApiError UnsupportedMediaType { get; } =
        new(415, "UnsupportedMediaType", "The request body must be application/json.");

    public static ApiError QuotaExceeded { get; } =
        new(429, "QuotaExceeded", "You exceeded your quota for the requested resource.");

    public static ApiError InternalFailure { get; } =
        new(500, "InternalFailure", "We encountered an internal error. Please try again.");

    public static ApiError ServiceUnavailable { get; } =
        new(503, "ServiceUnavailable", "Service is temporarily unavailable. Please try again.");

    /// <summary>What the gateway says of a path or method it does not know.</summary>
    public static ApiError MissingAuthenticationToken { get; } =
        new(403, "MissingAuthenticationToken", "Missing Authentication Token");
}
