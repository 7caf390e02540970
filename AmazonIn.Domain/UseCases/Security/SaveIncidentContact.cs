using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Organisations;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Security;

/// <summary>Names the person whom Amazon and everybody here reach in an incident (security.md D-26).</summary>
public sealed class SaveIncidentContact(IOrganisationStore organisations, IAuditTrail audit, TimeProvider time)
{
    private const int FewestDigits = 8;

    public async Task<Result> RunAsync(Actor actor, string name, string address, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ManageOrganisation, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        (name, address) = (name.Trim(), address.Trim());
        if (name.Length is 0 or > Organisation.ContactNameMaxLength)
        {
            return SecurityErrors.ContactNameMissing;
        }

        if (!IsReachable(address))
        {
            return SecurityErrors.ContactAddressMissing;
        }

        if (await organisations.FindAsync(cancellationToken) is not { } organisation)
        {
            return Error.NotFound("The organisation");
        }

        organisation.NameIncidentContact(name, address);
        return await audit.ActAsync(
            new AuditEntry(actor, AuditAction.SaveIncidentContact, AuditOutcome.Granted, "organisation", organisation.Name),
            async () =>
            {
                await organisations.SaveAsync(organisation, time.GetUtcNow(), cancellationToken);
                return Result.Success;
            },
            cancellationToken);
    }

    private static bool IsReachable(string address) =>
        address.Length <= Organisation.ContactAddressMaxLength
        && (address.IndexOf('@') is var at && (at > 0 && at < address.Length - 1)
            || address.Count(char.IsAsciiDigit) >= FewestDigits);
}
