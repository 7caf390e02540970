using AmazonIn.Domain.Access;
using AmazonIn.Domain.Organisations;
using AmazonIn.Domain.UseCases.Security;

namespace AmazonIn.Portal.Features.Security;

/// <summary>What the security page shows.</summary>
/// <param name="Organisation">Null before set-up.</param>
/// <param name="Access">Everybody and everything with access.</param>
/// <param name="Last">The last signed review; null where none was signed.</param>
/// <param name="DueAt">When the next one is due.</param>
public sealed record SecurityView(
    Organisation? Organisation, IReadOnlyList<AccessLine> Access, AccessReview? Last, DateTimeOffset DueAt);
