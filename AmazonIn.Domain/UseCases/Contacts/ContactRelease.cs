using System.Globalization;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.UseCases.Accounts;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Contacts;

/// <summary>
/// The one gate to a buyer's personal data (X1, security.md C-08): the permission, read anew, then the record, and only
/// then the vault. What cannot be recorded is not opened. One order a call; what has expired is not opened even before
/// the sweep has destroyed it.
/// </summary>
public sealed class ContactRelease(
    ISalesOrderQueries orders,
    IContactVault vault,
    IUserAccounts users,
    IAuditQueries records,
    IAuditTrail audit,
    TimeProvider time)
{
    /// <param name="reason">Asked for a reveal; must name nobody.</param>
    /// <returns>The contact, which the caller shows or hands on at once and keeps nowhere.</returns>
    public async Task<Result<BuyerContact>> OpenAsync(
        Actor actor, ContactUse use, long salesOrderId, string? reason, CancellationToken cancellationToken)
    {
        if ((await RequireAsync(actor, use, cancellationToken)).Error is { } refused)
        {
            return refused;
        }

        if (use == ContactUse.Reveal && AuditText.CheckReason(reason) is { } wrong)
        {
            return wrong;
        }

        if (await orders.FindAsync(salesOrderId, cancellationToken) is not { } details)
        {
            return Error.NotFound("The sales order");
        }

        if (Missing(details) is { } missing)
        {
            return missing;
        }

        var entry = new AuditEntry(
            actor,
            use.Action,
            AuditOutcome.Granted,
            AuditedOrder.SubjectOf(salesOrderId),
            $"Order {SalesOrder.NumberOf(salesOrderId)}")
        {
            Reason = reason?.Trim(),
        };
        return await audit.ActAsync(
            entry,
            async () => use == ContactUse.Reveal && await IsUnusualAsync(actor, cancellationToken)
                ? await SuspendAsync(actor, cancellationToken)
                : await OpenAsync(details.Order, cancellationToken),
            cancellationToken);
    }

    // The circuit's own list of permissions may be a minute old.
    private async Task<Result> RequireAsync(Actor actor, ContactUse use, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, use.Permission, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        if (AccountIds.UserOf(actor) is not { } userId)
        {
            return use == ContactUse.HandOver ? Result.Success : await RefuseAsync(actor, use, ContactErrors.PeopleOnly, cancellationToken);
        }

        var person = await users.FindAsync(userId, cancellationToken);
        return person is null or { Disabled: true } || Role.Find(person.Role)?.Permissions.Contains(use.Permission) != true
            ? await RefuseAsync(actor, use, Error.Forbidden(use.Permission), cancellationToken)
            : use == ContactUse.Reveal && person.RevealSuspendedUntil > time.GetUtcNow()
                ? await RefuseAsync(actor, use, ContactErrors.Suspended, cancellationToken)
                : Result.Success;
    }

    private async Task<Error> RefuseAsync(Actor actor, ContactUse use, Error error, CancellationToken cancellationToken)
    {
        await audit.RecordAsync(
            AuditedActs.Refusal(actor, use.Permission).With("error", error.Code), cancellationToken);
        return error;
    }

    private Error? Missing(SalesOrderDetails details) =>
        details.ContactGoneAt(time.GetUtcNow()) is not null ? ContactErrors.Deleted
        : !details.HasContact ? ContactErrors.None
        : null;

    // The record of this very reveal is among those counted, so that two at once cannot both be the last one allowed.
    private async Task<bool> IsUnusualAsync(Actor actor, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var reveals = new AuditFilter(
            Actor: actor.Id, Action: AuditAction.RevealContact, Outcome: AuditOutcome.Granted);
        return RevealPolicy.IsUnusual(
            await records.CountAsync(reveals with { From = now - RevealPolicy.ShortWindow }, cancellationToken),
            await records.CountAsync(reveals with { From = now - RevealPolicy.Day }, cancellationToken));
    }

    private async Task<Result<BuyerContact>> SuspendAsync(Actor actor, CancellationToken cancellationToken)
    {
        var userId = AccountIds.UserOf(actor)!.Value;
        var until = time.GetUtcNow() + RevealPolicy.Suspension;
        var suspended = await audit.ActAsync(
            new AuditEntry(actor, AuditAction.SuspendReveal, AuditOutcome.Granted, actor.Id, actor.Name)
                .With("until", until.ToString("O", CultureInfo.InvariantCulture)),
            () => users.SuspendRevealAsync(userId, until, cancellationToken),
            cancellationToken);
        return suspended.Error ?? ContactErrors.Suspended;
    }

    private async Task<Result<BuyerContact>> OpenAsync(SalesOrderRow order, CancellationToken cancellationToken)
    {
        try
        {
            return await vault.OpenAsync(order.ChannelId!.Value, order.AmazonOrderId!, cancellationToken) is { } contact
                ? contact
                : ContactErrors.Unreadable;
        }
        catch (KeysUnavailableException)
        {
            return ContactErrors.KeysUnavailable;
        }
    }
}
