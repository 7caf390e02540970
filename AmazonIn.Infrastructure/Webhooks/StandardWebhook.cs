using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AmazonIn.Domain.Webhooks;

namespace AmazonIn.Infrastructure.Webhooks;

/// <summary>Signs as Standard Webhooks 1.0 says (security.md W-01), github.com/standard-webhooks/standard-webhooks.</summary>
internal static class StandardWebhook
{
    public const string IdHeader = "webhook-id";
    public const string TimestampHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";

    /// <summary>Unix time in seconds.</summary>
    public static string Timestamp(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>The signatures of all secrets, separated by blanks; one that fits is enough for a receiver.</summary>
    /// <param name="body">Byte for byte as it is sent.</param>
    public static string Sign(
        IEnumerable<WebhookSecret> secrets, string messageId, string timestamp, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{messageId}.{timestamp}."), .. body];
        return string.Join(
            ' ', secrets.Select(secret => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(secret.Key, signed))}"));
    }
}
