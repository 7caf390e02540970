using System.Diagnostics.CodeAnalysis;
using System.Globalization;

using AmazonIn.Infrastructure.Sandbox.Wire;

namespace AmazonIn.Infrastructure.Sandbox.Orders;

/// <summary>
/// Where a chain of pages stands: the window's fixed end and the last order given. Good for 24 hours, and only
/// together with the filters it was made for.
/// </summary>
internal sealed record OrderPageToken(DateTimeOffset To, (DateTimeOffset Time, string Id)? After)
{
    private const string Purpose = "orders page";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    public string Seal(Signer signer, string sellerId, OrderSearch search, DateTimeOffset now, string nonce = "") =>
        signer.Sign(Purpose, string.Join('\n',
        [
            sellerId,
            search.Fingerprint,
            Text((now + Lifetime).Ticks),
            Text(To.Ticks),
            After is null ? "" : Text(After.Value.Time.Ticks),
            After?.Id ?? "",
            nonce,
        ]));

    /// <returns>False for a token that is forged, expired, another seller's, or used with other filters.</returns>
    public static bool TryOpen(
        Signer signer,
        string text,
        string sellerId,
        OrderSearch search,
        DateTimeOffset now,
        [NotNullWhen(true)] out OrderPageToken? token)
    {
        token = null;
        if (!signer.TryOpen(Purpose, text, out var content))
        {
            return false;
        }

        var parts = content.Split('\n');
        if (parts[0] != sellerId || parts[1] != search.Fingerprint || now.Ticks >= Number(parts[2]))
        {
            return false;
        }

        token = new OrderPageToken(
            new DateTimeOffset(Number(parts[3]), TimeSpan.Zero),
            parts[4].Length == 0 ? null : (new DateTimeOffset(Number(parts[4]), TimeSpan.Zero), parts[5]));
        return true;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
