using AmazonIn.Infrastructure.SpApi.Errors;

namespace AmazonIn.Infrastructure.SpApi.Http;

/// <summary>Amazon's id of a request; its support asks for it.</summary>
internal static class RequestId
{
    private const int MaxLength = 100;

    public static string? Of(HttpResponseMessage response)
    {
        foreach (var name in (ReadOnlySpan<string>)["x-amzn-RequestId", "x-amz-request-id"])
        {
            if (response.Headers.TryGetValues(name, out var values))
            {
                return SafeText.Of(values.FirstOrDefault(), MaxLength);
            }
        }

        return null;
    }
}
