using AmazonIn.Domain.Organisations;

namespace AmazonIn.Portal.Features.Settings;

/// <summary>What the organisation's page needs.</summary>
/// <param name="Organisation">Null before set-up.</param>
/// <param name="Channels">Connected ones; while there are any, the base currency stays.</param>
/// <param name="MayChange">Whether the person may save.</param>
public sealed record OrganisationSettings(Organisation? Organisation, int Channels, bool MayChange);
