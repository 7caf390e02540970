using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Accounts;
using AmazonIn.Domain.UseCases.Audit;
using AmazonIn.Domain.UseCases.Organisations;

namespace AmazonIn.Domain.UseCases.SetUp;

/// <summary>
/// Saves the organisation and adds the administrator, whoever asked for it. The organisation comes first: saving it
/// again is harmless, while an administrator without one would end the set-up half-way.
/// </summary>
public sealed class FoundPortal(IUserAccounts users, SaveOrganisation saveOrganisation, IAuditTrail audit)
{
    /// <summary>Longest name of a person.</summary>
    public const int DisplayNameMaxLength = 100;

    /// <returns>The new administrator's id.</returns>
    public async Task<Result<long>> RunAsync(SetUpRequest request, CancellationToken cancellationToken)
    {
        var displayName = request.DisplayName.Trim();
        if (displayName.Length is 0 or > DisplayNameMaxLength)
        {
            return SetUpErrors.DisplayNameMissing;
        }

        var founder = Actor.System with { Origin = request.Origin };
        var saved = await saveOrganisation.RunAsync(founder, request.Organisation, cancellationToken);
        if (saved.Error is { } refused)
        {
            return refused;
        }

        var entry = new AuditEntry(founder, AuditAction.FoundPortal, AuditOutcome.Granted, "user", displayName)
            .With("role", Role.Administrator.Name);
        return await audit.ActAsync(
            entry,
            () => users.CreateAsync(
                new NewUser(request.Email.Trim(), displayName, Role.Administrator.Name, request.Password)
                {
                    PasswordIsChosen = request.PasswordIsChosen,
                },
                cancellationToken),
            id => entry with { Subject = AccountIds.OfUser(id) },
            cancellationToken);
    }
}
