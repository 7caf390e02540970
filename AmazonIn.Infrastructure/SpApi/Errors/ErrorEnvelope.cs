using System.Text.Json;
using AmazonIn.Infrastructure.SpApi.Http;

namespace AmazonIn.Infrastructure.SpApi.Errors;

/// <summary>
/// What Amazon says went wrong: the first of <c>{"errors":[{code,message,details}]}</c>. Gateways answer with HTML or
/// plain text as well; then everything is null, and the status has to speak.
/// </summary>
internal sealed record ErrorEnvelope(string? Code, string? Message, string? Details)
{
    public static ErrorEnvelope Empty { get; } = new(null, null, null);

    /// <summary>Path or method does not exist; answered as if a token were missing.</summary>
    public bool IsUnknownPath =>
        Code?.Contains("MissingAuthenticationToken", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Whether message or details hold the words, whatever their case.</summary>
    public bool Says(string words) =>
        Message?.Contains(words, StringComparison.OrdinalIgnoreCase) == true
        || Details?.Contains(words, StringComparison.OrdinalIgnoreCase) == true;

    public static ErrorEnvelope Of(HttpResponseMessage response) =>
        response.Content is BufferedBody body ? Parse(body.Bytes) : Empty;

    public static ErrorEnvelope Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object
                || !root.TryGetProperty("errors", out var errors)
                || errors.ValueKind != JsonValueKind.Array
                || errors.GetArrayLength() == 0
                || errors[0].ValueKind != JsonValueKind.Object)
            {
                return Empty;
            }

            return new ErrorEnvelope(Text(errors[0], "code"), Text(errors[0], "message"), Text(errors[0], "details"));
        }
        catch (JsonException)
        {
            return Empty;
        }
    }

    private static string? Text(JsonElement error, string name) =>
        error.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? SafeText.Of(value.GetString())
            : null;
}
