using System.Text.Json;

using AmazonIn.Infrastructure.Sandbox.Control;

using Microsoft.AspNetCore.Http;

namespace AmazonIn.Infrastructure.Sandbox.Wire;

/// <summary>An authenticated call that its quota allowed.</summary>
internal sealed class ApiCall(HttpContext http, SellerAccount seller, bool restricted)
{
    public HttpContext Http => http;

    public SellerAccount Seller => seller;

    /// <summary>Whether the token opens personal data of this very path.</summary>
    public bool Restricted => restricted;

    public QueryReader Query { get; } = new(http.Request.Query);

    /// <summary>A fault that changes what the answer holds, rather than whether there is one.</summary>
    public FaultKind? Fault => http.Features.Get<FaultFeature>()?.Kind;

    public string RouteValue(string name) => http.Request.RouteValues[name]?.ToString() ?? "";

    /// <summary>Where this marketplace stands as the caller sees it, for addresses of documents.</summary>
    public string BaseAddress => $"{http.Request.Scheme}://{http.Request.Host}";

    public Task AnswerAsync(int status, Action<Utf8JsonWriter> write) => Answer.JsonAsync(http, status, write);

    /// <exception cref="ApiException">415 for another content type, 400 for what is no JSON object.</exception>
    public async Task<JsonElement> ReadObjectAsync()
    {
        if (!http.Request.HasJsonContentType())
        {
            throw new ApiException(ApiError.UnsupportedMediaType);
        }

        try
        {
            using var body = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            return body.RootElement.ValueKind == JsonValueKind.Object
                ? body.RootElement.Clone()
                : throw ApiException.InvalidInput("The request body must be a JSON object.");
        }
        catch (JsonException)
        {
            throw ApiException.InvalidInput("The request body is not valid JSON.");
        }
    }
}
