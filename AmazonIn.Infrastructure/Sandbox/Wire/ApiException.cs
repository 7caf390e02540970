namespace AmazonIn.Infrastructure.Sandbox.Wire;

/// <summary>Ends a call with Amazon's error envelope; thrown by parameter readers, caught by the pipeline.</summary>
internal sealed class ApiException(ApiError error) : Exception(error.Message)
{
    public ApiError Error { get; } = error;

    public static ApiException InvalidInput(string message, string details = "") =>
        new(ApiError.InvalidInput(message, details));
}
