namespace AmazonIn.Domain.Access;

/// <summary>How strictly the portal lets people in.</summary>
/// <param name="RequireSecondFactor">
/// Nobody has a permission before they have enrolled a second factor (security.md D-16).
/// </param>
public sealed record SecuritySettings(bool RequireSecondFactor);
