using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Organisations;

namespace AmazonIn.Domain.UseCases.SetUp;

/// <summary>
/// Saves the organisation and adds the administrator, whoever asked for it. The organisation comes first: saving it
/// again is harmless, while an administrator without one would end the set-up half-way.
/// </summary>
public sealed class FoundPortal(IUserAccounts users, SaveOrganisation saveOrganisation)
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

        var saved = await saveOrganisation.RunAsync(Actor.System, request.Organisation, cancellationToken);
        if (saved.Error is { } refused)
        {
            return refused;
        }

        return await users.CreateAsync(
            new NewUser(request.Email.Trim(), displayName, Role.Administrator.Name, request.Password), cancellationToken);
    }
}
