using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>The place in a list where the next page starts, opaque to callers.</summary>
internal static class Cursor
{
    private const string Prefix = "after:";

    public static string? Of(long? afterId) => afterId is { } id
        ? Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Prefix}{id}")))
        : null;

    /// <summary>The id in a cursor, or null where it is none of ours.</summary>
    public static long? Read(string cursor)
    {
        if (cursor.Length > 64 || !Base64Url.IsValid(cursor))
        {
            return null;
        }

        var text = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor));
        return text.StartsWith(Prefix, StringComparison.Ordinal)
            && long.TryParse(text.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;
    }
}
