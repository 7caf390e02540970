namespace AmazonIn.Portal.Components.Shared;

/// <summary>What the organisation says about how its figures are shown; cascaded to every page.</summary>
/// <param name="Zone">Every date on the screen is in it.</param>
/// <param name="Currency">The base currency, ISO 4217.</param>
/// <param name="IsSetUp">False before the organisation exists.</param>
internal sealed record DisplaySettings(TimeZoneInfo Zone, string Currency, bool IsSetUp = true)
{
    /// <summary>India, until the organisation is known.</summary>
    public static DisplaySettings Default { get; } =
        new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Kolkata"), "INR", IsSetUp: false);
}
