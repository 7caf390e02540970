using System.Globalization;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Security;

/// <summary>Notes when Amazon issued the application's present client secret (security.md D-18). Never the secret itself.</summary>
public sealed class RecordClientSecret(IOrganisationStore organisations, IAuditTrail audit, TimeProvider time)
{
    public async Task<Result> RunAsync(Actor actor, DateOnly issuedOn, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ManageOrganisation, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        if (!PastDay.Fits(issuedOn, time))
        {
            return SecurityErrors.DateOutOfRange;
        }

        if (await organisations.FindAsync(cancellationToken) is not { } organisation)
        {
            return Error.NotFound("The organisation");
        }

        organisation.NoteClientSecret(issuedOn);
        return await audit.ActAsync(
            new AuditEntry(actor, AuditAction.RecordClientSecret, AuditOutcome.Granted, "organisation", organisation.Name)
                .With("issued-on", issuedOn.ToString("O", CultureInfo.InvariantCulture)),
            async () =>
            {
                await organisations.SaveAsync(organisation, time.GetUtcNow(), cancellationToken);
                return Result.Success;
            },
            cancellationToken);
    }
}
