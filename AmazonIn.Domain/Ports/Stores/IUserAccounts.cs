using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;

namespace AmazonIn.Domain.Ports.Stores;

/// <summary>
/// The people of the portal. Whatever takes rights away (another role, disabling, a new password) ends the person's
/// sessions at their next check. The last enabled administrator can be neither disabled nor given another role.
/// </summary>
public interface IUserAccounts
{
    /// <summary>Adds a person. Refused where the address is taken or the password is too weak; says which rule.</summary>
    /// <returns>The new person's id.</returns>
    Task<Result<long>> CreateAsync(NewUser user, CancellationToken cancellationToken);

    /// <summary>Everybody, by display name.</summary>
    Task<IReadOnlyList<UserRow>> ListAsync(CancellationToken cancellationToken);

    Task<UserRow?> FindAsync(long id, CancellationToken cancellationToken);

    /// <summary>Lets somebody in who waits for it. Keeps who did.</summary>
    Task<Result> ApproveAsync(long id, string approvedBy, CancellationToken cancellationToken);

    /// <summary>Notes when the person completed their training in data protection.</summary>
    Task<Result> SetTrainedOnAsync(long id, DateOnly trainedOn, CancellationToken cancellationToken);

    /// <summary>Replaces the person's role.</summary>
    Task<Result> ChangeRoleAsync(long id, string role, CancellationToken cancellationToken);

    /// <summary>Shuts the account, or opens it again.</summary>
    Task<Result> SetDisabledAsync(long id, bool disabled, CancellationToken cancellationToken);

    /// <summary>Sets a new password without the old one, and opens a locked account.</summary>
    Task<Result> ResetPasswordAsync(long id, string newPassword, CancellationToken cancellationToken);

    /// <summary>Takes the person's second factor off, with its recovery codes, and ends their sessions.</summary>
    Task<Result> ResetSecondFactorAsync(long id, CancellationToken cancellationToken);

    /// <summary>Takes the right to reveal contacts away until then; null gives it back.</summary>
    Task<Result> SuspendRevealAsync(long id, DateTimeOffset? until, CancellationToken cancellationToken);

    /// <summary>Whether an enabled administrator exists; while none does, set-up is offered.</summary>
    Task<bool> AnyAdministratorAsync(CancellationToken cancellationToken);
}
