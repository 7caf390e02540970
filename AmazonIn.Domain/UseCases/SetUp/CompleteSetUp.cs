using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Accounts;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.SetUp;

/// <summary>
/// The guided set-up (A2): whoever holds the one-time link becomes the first administrator and names the organisation.
/// A refusal leaves the link usable, so that a mistyped field costs nothing.
/// </summary>
public sealed class CompleteSetUp(IUserAccounts users, ISetupTokens tokens, FoundPortal found, IAuditTrail audit)
{
    /// <returns>The new administrator's id.</returns>
    public async Task<Result<long>> RunAsync(string token, SetUpRequest request, CancellationToken cancellationToken)
    {
        if (await users.AnyAdministratorAsync(cancellationToken))
        {
            return SetUpErrors.AlreadyDone;
        }

        if (!await tokens.IsValidAsync(token, cancellationToken))
        {
            return SetUpErrors.LinkInvalid;
        }

        // An unattended start may leave the state open; a person who is asked anyway can tell it now (P3).
        if (string.IsNullOrEmpty(request.Organisation.HomeState))
        {
            return SetUpErrors.HomeStateMissing;
        }

        var founded = await found.RunAsync(request, cancellationToken);
        if (!founded.Succeeded)
        {
            return founded;
        }

        // The link is used up last, since a weak password must not cost it. Of two people who raced here with the same
        // link, the slower one's account is shut again.
        if (!await tokens.ConsumeAsync(token, cancellationToken))
        {
            var founder = Actor.System with { Origin = request.Origin };
            var shut = await audit.ActAsync(
                new AuditEntry(
                    founder,
                    AuditAction.DisableUser,
                    AuditOutcome.Granted,
                    AccountIds.OfUser(founded.Value),
                    request.DisplayName.Trim()),
                () => users.SetDisabledAsync(founded.Value, disabled: true, cancellationToken),
                cancellationToken);
            return shut.Error ?? SetUpErrors.LinkInvalid;
        }

        return founded;
    }
}
