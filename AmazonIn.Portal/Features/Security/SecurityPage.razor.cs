using AmazonIn.Domain.Access;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Security;
using AmazonIn.Portal.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace AmazonIn.Portal.Features.Security;

/// <summary>
/// What an administrator answers for: who has access (security.md D-03, D-08), the age of Amazon's secret (D-18), and
/// who is called in an incident (D-26).
/// </summary>
public sealed partial class SecurityPage
{
    private Loader<SecurityView>? loader;

    [Inject]
    private AccessRegister Access { get; set; } = null!;

    [Inject]
    private IAccessReviews Reviews { get; set; } = null!;

    [Inject]
    private IOrganisationStore Organisations { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private async Task<SecurityView?> LoadAsync(CancellationToken cancellationToken)
    {
        var organisation = await Organisations.FindAsync(cancellationToken);
        var access = await Access.ListAsync(cancellationToken);
        var last = await Reviews.FindLastAsync(cancellationToken);
        var firstPerson = access.Where(line => line.UserId is not null).Select(line => line.Since).DefaultIfEmpty(Time.GetUtcNow()).Min();
        return new SecurityView(organisation, access, last, AccessReview.DueAt(last, firstPerson));
    }

    private Task ReloadAsync() => loader?.ReloadAsync() ?? Task.CompletedTask;
}
