using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Features.Audit;

namespace AmazonIn.Portal.Features.Security;

/// <summary>What of the portal's security waits for a person, as far as that person may do or see it.</summary>
public sealed class SecurityNeeds(
    IOrganisationStore organisations,
    IUserAccounts users,
    IAccessReviews reviews,
    IAuditQueries trail,
    IAmazonClock clock,
    TimeProvider time)
{
    private const string Page = "/settings/security";

    private const string SignIns = "A new address, or many refusals. See whether it was who it claims to be.";

    private const string Reveals = "Their right to reveal is suspended for a day. Ask what for; Users gives it back.";

    private const string PutOffs = "Orders fulfilled anew for the third time or more keep their buyers’ data longer. See whether that is meant.";

    private static readonly TimeSpan Recent = TimeSpan.FromDays(7);

    public async Task<IReadOnlyList<Need>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var needs = new List<Need>();
        if (actor.May(Permission.ViewOrganisation) || actor.May(Permission.ManageUsers))
        {
            needs.AddRange(await OfOrganisationAsync(actor, now, cancellationToken));
        }

        if (actor.May(Permission.ManageUsers))
        {
            needs.AddRange(await OfPeopleAsync(actor, now, cancellationToken));
        }

        if (actor.May(Permission.ViewAudit))
        {
            needs.AddRange(await OfTrailAsync(now, cancellationToken));
        }

        return needs;
    }

    private async Task<List<Need>> OfOrganisationAsync(Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var needs = new List<Need>();
        if (await organisations.FindAsync(cancellationToken) is not { } organisation)
        {
            return needs;
        }

        if (organisation.IncidentContactName is null)
        {
            var mayName = actor.May(Permission.ManageUsers);
            needs.Add(new(
                "Nobody is named for incidents",
                "Amazon asks for a person who is reached when data is lost or stolen."
                    + (mayName ? null : " An administrator names them under Security."),
                mayName ? "Name somebody" : "See",
                mayName ? Page : "/settings/organisation"));
        }

        if (clock is { IsOff: true, Ahead: { } ahead })
        {
            needs.Add(new(
                $"This machine’s clock is {IndianFormat.Duration(ahead.Duration())} {(ahead > TimeSpan.Zero ? "ahead of" : "behind")} Amazon’s",
                "Codes at sign-in, ship-by times and deletions depend on it. Let its operator synchronise it with a time server."));
        }

        if (organisation.ClientSecretIssuedOn is { } issuedOn
            && ClientSecretAge.Of(issuedOn, Today(now)) is { Urgency: not SecretUrgency.None } age)
        {
            needs.Add(new(
                SecretWords.Of(age),
                "Amazon shuts the application out after 180 days. Make a new one in the developer console and configure it.",
                actor.May(Permission.ManageUsers) ? "Show" : "See",
                actor.May(Permission.ManageUsers) ? Page : "/settings/organisation"));
        }

        return needs;
    }

    private async Task<List<Need>> OfPeopleAsync(Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var needs = new List<Need>();
        var people = await users.ListAsync(cancellationToken);
        var waiting = people.Count(user => user.AwaitsApproval && !user.Disabled && user.InvitedBy != actor.Id);
        if (waiting > 0)
        {
            needs.Add(new(
                $"{IndianFormat.Plural(waiting, "person waits", "people wait")} for your approval",
                "Somebody else invited them; they sign in once you agree.",
                "Show",
                "/settings/users"));
        }

        if (people.Count > 0
            && AccessReview.DueAt(await reviews.FindLastAsync(cancellationToken), people.Min(user => user.CreatedAt)) <= now)
        {
            needs.Add(new(
                "The access review is overdue",
                "Once a quarter somebody looks at everybody with access and signs for it.",
                "Review",
                Page));
        }

        // Somebody new is given a day before everybody is told of them.
        var untrained = people.Count(user =>
            !user.Disabled && now - user.CreatedAt > TimeSpan.FromDays(1) && Training.IsDue(user.TrainedOn, Today(now)));
        if (untrained > 0)
        {
            needs.Add(new(
                $"{IndianFormat.Plural(untrained, "person", "people")} without a training in the last year",
                "Everybody with access is trained in data protection once a year.",
                "Show",
                Page));
        }

        return needs;
    }

    private async Task<List<Need>> OfTrailAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var needs = new List<Need>();
        foreach (var (action, one, many, words) in new[]
        {
            (AuditAction.UnusualSignIn, "unusual sign-in", "unusual sign-ins", SignIns),
            (AuditAction.LockOut, "account locked out", "accounts locked out", SignIns),
            (AuditAction.SuspendReveal, "person revealed unusually many contacts", "people revealed unusually many contacts", Reveals),
            (AuditAction.PutOffDeletion, "deletion put off again", "deletions put off again", PutOffs),
        })
        {
            var count = await trail.CountAsync(new AuditFilter(From: now - Recent, Action: action), cancellationToken);
            if (count > 0)
            {
                needs.Add(new(
                    $"{IndianFormat.Plural(count, one, many)} in the last week",
                    words,
                    "Show",
                    $"/audit?{AuditFilters.ActionKey}={action}"));
            }
        }

        return needs;
    }

    private static DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);
}
