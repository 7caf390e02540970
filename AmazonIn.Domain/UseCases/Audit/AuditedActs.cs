using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Domain.UseCases.Audit;

/// <summary>
/// How use cases record. The record comes before the act: when it cannot be written, the act is not done (security.md
/// V-25). What then does not come about is said by a second record, so the trail claims nothing that is not so.
/// </summary>
public static class AuditedActs
{
    /// <summary>Success, or the refusal, which is recorded: somebody tried what they may not.</summary>
    public static async Task<Result> RequireAsync(
        this IAuditTrail trail, Actor actor, string permission, CancellationToken cancellationToken)
    {
        var required = actor.Require(permission);
        if (!required.Succeeded)
        {
            await trail.RecordAsync(Refusal(actor, permission), cancellationToken);
        }

        return required;
    }

    /// <summary>Records the entry as granted, acts, and records it as failed when the act is refused or breaks.</summary>
    public static Task<Result> ActAsync(
        this IAuditTrail trail, AuditEntry entry, Func<Task<Result>> act, CancellationToken cancellationToken) =>
        TryAsync(trail, entry, act, result => result.Error, cancellationToken);

    /// <inheritdoc cref="ActAsync(IAuditTrail, AuditEntry, Func{Task{Result}}, CancellationToken)"/>
    public static Task<Result<T>> ActAsync<T>(
        this IAuditTrail trail, AuditEntry entry, Func<Task<Result<T>>> act, CancellationToken cancellationToken) =>
        TryAsync(trail, entry, act, result => result.Error, cancellationToken);

    /// <inheritdoc cref="ActAsync(IAuditTrail, AuditEntry, Func{Task{Result}}, CancellationToken)"/>
    /// <param name="done">The entry with what is known only afterwards, such as a new id; it is recorded as done.</param>
    public static async Task<Result<T>> ActAsync<T>(
        this IAuditTrail trail,
        AuditEntry entry,
        Func<Task<Result<T>>> act,
        Func<T, AuditEntry> done,
        CancellationToken cancellationToken)
    {
        var result = await trail.ActAsync(entry, act, cancellationToken);
        if (result.Succeeded)
        {
            await trail.RecordAsync(done(result.Value) with { Outcome = AuditOutcome.Done }, CancellationToken.None);
        }

        return result;
    }

    /// <summary>The record of somebody who lacks a permission.</summary>
    public static AuditEntry Refusal(Actor actor, string permission) =>
        new(actor, AuditAction.RefuseAccess, AuditOutcome.Refused, $"permission:{permission}", $"The permission “{permission}”");

    private static async Task<TResult> TryAsync<TResult>(
        IAuditTrail trail,
        AuditEntry entry,
        Func<Task<TResult>> act,
        Func<TResult, Error?> errorOf,
        CancellationToken cancellationToken)
    {
        await trail.RecordAsync(entry with { Outcome = AuditOutcome.Granted }, cancellationToken);
        try
        {
            var result = await act();
            if (errorOf(result) is { } error)
            {
                await trail.RecordAsync(Failure(entry, error.Code), CancellationToken.None);
            }

            return result;
        }
        catch (Exception exception)
        {
            await RecordBrokenAsync(trail, entry, exception);
            throw;
        }
    }

    private static AuditEntry Failure(AuditEntry entry, string code) =>
        (entry with { Outcome = AuditOutcome.Failed }).With("error", code);

    // The fault that is under way must not be hidden by that of its record; the granted record stands in any case. Only
    // the fault's type is told: messages may quote data.
    private static async Task RecordBrokenAsync(IAuditTrail trail, AuditEntry entry, Exception exception)
    {
        try
        {
            await trail.RecordAsync(Failure(entry, exception.GetType().Name), CancellationToken.None);
        }
        catch (StorageUnavailableException)
        {
        }
        catch (ConcurrentChangeException)
        {
        }
    }
}
