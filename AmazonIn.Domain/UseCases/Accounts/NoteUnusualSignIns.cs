using System.Globalization;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Domain.UseCases.Accounts;

/// <summary>
/// Notes what an administrator should look at (security.md D-07): an account's first sign-in from an address, a sign-in
/// after many refusals, and many refusals from one address. It reads the audit trail, so it knows thirteen months.
/// </summary>
public sealed class NoteUnusualSignIns(IAuditQueries queries, IAuditTrail trail, TimeProvider time)
{
    /// <summary>Refused passwords and codes of one account within a day after which a sign-in is worth a look.</summary>
    public const int RefusalsBefore = 3;

    /// <summary>Refusals from one address within an hour that are no longer a slip of the finger.</summary>
    public const int RefusalsFromAddress = 15;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <param name="signIn">The sign-in that is about to be recorded; it must not be in the trail yet.</param>
    public async Task LookAtSuccessAsync(AuditEntry signIn, CancellationToken cancellationToken)
    {
        var known = new AuditFilter(Action: AuditAction.SignIn, Outcome: AuditOutcome.Done, Subject: signIn.Subject);
        if (await AnyAsync(known, cancellationToken)
            && !await AnyAsync(known with { Origin = signIn.Actor.Origin }, cancellationToken))
        {
            await NoteAsync(signIn, "new-address", cancellationToken);
        }

        var lastDay = new AuditFilter(
            From: time.GetUtcNow() - Day, Outcome: AuditOutcome.Refused, Subject: signIn.Subject);
        var refused = await queries.CountAsync(lastDay with { Action = AuditAction.SignIn }, cancellationToken)
            + await queries.CountAsync(lastDay with { Action = AuditAction.VerifySecondFactor }, cancellationToken);
        if (refused >= RefusalsBefore)
        {
            await NoteAsync(signIn.With("refusals", Text(refused)), "after-refusals", cancellationToken);
        }
    }

    /// <summary>Called after each refusal was recorded, whoever it was about; notes an address once an hour.</summary>
    public async Task LookAtRefusalAsync(Actor actor, CancellationToken cancellationToken)
    {
        var lastHour = new AuditFilter(From: time.GetUtcNow() - Hour) { Origin = actor.Origin };
        var refused = await queries.CountAsync(
            lastHour with { Action = AuditAction.SignIn, Outcome = AuditOutcome.Refused }, cancellationToken);
        if (refused >= RefusalsFromAddress
            && !await AnyAsync(lastHour with { Action = AuditAction.UnusualSignIn, Subject = "address" }, cancellationToken))
        {
            await NoteAsync(
                new AuditEntry(actor, AuditAction.SignIn, AuditOutcome.Refused, "address", "An address with many refusals")
                    .With("refusals", Text(refused)),
                "many-refusals",
                cancellationToken);
        }
    }

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);

    private Task<AuditRecord> NoteAsync(AuditEntry entry, string why, CancellationToken cancellationToken) =>
        trail.RecordAsync(entry.With("why", why) with { Action = AuditAction.UnusualSignIn }, cancellationToken);

    // A page by cursor is not counted.
    private async Task<bool> AnyAsync(AuditFilter filter, CancellationToken cancellationToken) =>
        (await queries.ListAsync(filter, new PageRequest(1) { ByCursor = true }, cancellationToken)).Items.Count > 0;
}
