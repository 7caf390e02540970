using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Parcels;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.UseCases.Audit;
using AmazonIn.Domain.UseCases.Contacts;

namespace AmazonIn.Domain.UseCases.Parcels;

/// <summary>
/// Package slips with their recipients (H2). An order whose recipient is gone still gets a slip, which says since when:
/// what is in the parcel is no secret.
/// </summary>
public sealed class PrintSlips(
    IPackageQueries packages,
    ISalesOrderQueries orders,
    IOrganisationStore organisations,
    ContactRelease release,
    IParcelPrinter printer,
    IAuditTrail audit,
    TimeProvider time)
{
    /// <summary>The most packages that are printed at once, slips and labels alike.</summary>
    public const int Most = 100;

    /// <returns>One PDF.</returns>
    public async Task<Result<byte[]>> RunAsync(
        Actor actor, IReadOnlyList<long> packageIds, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.PrintLabels, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        var picked = await PackagePick.FindAsync(packageIds, packages, orders, cancellationToken);
        if (!picked.Succeeded)
        {
            return picked.Error;
        }

        var organisation = await organisations.FindAsync(cancellationToken);
        var mark = new PrintMark(actor.Name, time.GetUtcNow(), organisation?.FindZone() ?? TimeZoneInfo.Utc);
        var recipients = new Recipients(release, actor, ContactUse.PrintSlip);
        var slips = new List<PackageSlip>();
        foreach (var pick in picked.Value)
        {
            var without = pick.WithoutRecipient(mark.At, mark.Zone);
            BuyerContact? contact = null;
            if (without is null)
            {
                var opened = await recipients.OpenAsync(pick.Package.SalesOrderId, cancellationToken);
                if (opened.Error is { Kind: ErrorKind.Forbidden or ErrorKind.Unavailable } refused)
                {
                    return refused;
                }

                (contact, without) = (opened.Value, opened.Error?.Message);
            }

            slips.Add(SlipOf(pick, organisation?.Name ?? string.Empty, contact, without));
        }

        return printer.PrintSlips(slips, mark);
    }

    private static PackageSlip SlipOf(PackagePick pick, string sender, BuyerContact? contact, string? without)
    {
        var recipient = contact is null ? null : Recipient.Of(contact);
        var notes = pick.Order.Lines
            .Where(line => contact?.LineNotes?.ContainsKey(line.OrderItemId) == true)
            .ToDictionary(line => line.Id, line => contact!.LineNotes![line.OrderItemId]);
        return new PackageSlip(
            pick.Package,
            pick.Order.Order.OrderedAt,
            sender,
            pick.Order.WarehouseName,
            recipient,
            recipient is null ? without ?? "Amazon sent no address for this order." : null,
            notes);
    }
}
