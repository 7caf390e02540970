namespace AmazonIn.Domain.Ports.Parcels;

/// <summary>Who printed and when: it stands on every sheet with personal data (security.md D-35).</summary>
/// <param name="Zone">The organisation's, for all times on the sheet.</param>
public sealed record PrintMark(string By, DateTimeOffset At, TimeZoneInfo Zone);
