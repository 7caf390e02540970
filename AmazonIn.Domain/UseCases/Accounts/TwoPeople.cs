using AmazonIn.Domain.Access;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Domain.UseCases.Accounts;

/// <summary>
/// When an invitation needs a second person: wherever there is one. A portal with one administrator has nobody to ask,
/// and who sets it up or works on its machine is let in by that.
/// </summary>
internal static class TwoPeople
{
    public static async Task<bool> AreNeededAsync(IUserAccounts users, Actor actor, CancellationToken cancellationToken) =>
        actor.Id != Actor.System.Id
        && (await users.ListAsync(cancellationToken)).Any(user =>
            user is { Disabled: false, AwaitsApproval: false }
            && Role.Find(user.Role)?.Permissions.Contains(Permission.ManageUsers) == true
            && actor.Id != AccountIds.OfUser(user.Id));
}
