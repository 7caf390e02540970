using AmazonIn.Domain.Common;

namespace AmazonIn.Domain.Ports.Stores;

/// <summary>
/// Codes from authenticator apps and the recovery codes that stand in for a lost phone (security.md D-16, V-12). Each
/// code is good once, whoever sends it and however many requests race with it. Passkeys are the sign-in's own business;
/// here they only count as a factor, and go with the others.
/// </summary>
public interface ISecondFactors
{
    /// <summary>A new secret to enter into an app. Nothing is stored before <see cref="CompleteAsync"/>.</summary>
    /// <param name="account">How the app shall name the account; an e-mail address.</param>
    SecondFactorEnrolment Begin(long userId, string account);

    /// <summary>The secret of an enrolment that has begun, to show it again; null where the ticket is not theirs or old.</summary>
    SecondFactorEnrolment? Resume(long userId, string account, string ticket);

    /// <summary>Stores the secret once its first code is right, in place of any other that the person had.</summary>
    /// <returns>Ten recovery codes, to be shown this once; only their hashes are kept.</returns>
    Task<Result<string[]>> CompleteAsync(long userId, string ticket, string code, CancellationToken cancellationToken);

    /// <summary>
    /// Whether the entry is the app's code of now or of half a minute before, newer than every code taken so far, or an
    /// unused recovery code. Takes it: the same entry is refused from then on.
    /// </summary>
    Task<bool> VerifyAsync(long userId, string entry, CancellationToken cancellationToken);

    /// <summary>Whether the entry has the shape of a recovery code, for whoever records what was used.</summary>
    bool IsRecoveryCode(string entry);

    /// <summary>Whether the person has an app enrolled here, or a passkey.</summary>
    Task<bool> ExistsAsync(long userId, CancellationToken cancellationToken);

    /// <summary>Whether the person has an app enrolled here.</summary>
    Task<bool> HasAppAsync(long userId, CancellationToken cancellationToken);

    /// <summary>Replaces the recovery codes. The caller has verified the person before.</summary>
    Task<string[]> RenewRecoveryCodesAsync(long userId, CancellationToken cancellationToken);

    Task<int> CountRecoveryCodesAsync(long userId, CancellationToken cancellationToken);

    /// <summary>Forgets secret, passkeys and recovery codes. Safe to call twice.</summary>
    Task RemoveAsync(long userId, CancellationToken cancellationToken);
}
