namespace AmazonIn.Portal.Features.Integrations;

/// <summary>A seller's authorisation lasts 365 days (Amazon, "Authorization"); then the seller must grant it again.</summary>
internal static class AuthorisationClock
{
    public const int Days = 365;

    /// <summary>From how many days left on the seller is asked to renew.</summary>
    public const int WarnBelow = 30;

    public static int DaysLeft(DateTimeOffset authorizedAt, DateTimeOffset now) =>
        Math.Max(0, (int)Math.Ceiling((authorizedAt.AddDays(Days) - now).TotalDays));
}
