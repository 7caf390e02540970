using System.Text.Json.Serialization;

namespace AmazonIn.Infrastructure.SpApi.Auth;

/// <summary>Login with Amazon's answer, good or bad.</summary>
internal sealed record LwaAnswer
{
    [JsonPropertyName("access_token")]
    public string? AccessToken { get; init; }

    [JsonPropertyName("refresh_token")]
    public string? RefreshToken { get; init; }

    [JsonPropertyName("expires_in")]
    public double? ExpiresIn { get; init; }

    [JsonPropertyName("error")]
    public string? Error { get; init; }

    [JsonPropertyName("error_description")]
    public string? ErrorDescription { get; init; }

    public override string ToString() => "[login answer]";
}
