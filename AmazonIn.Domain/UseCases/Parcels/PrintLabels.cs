using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Organisations;
using AmazonIn.Domain.Ports.Parcels;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.UseCases.Audit;
using AmazonIn.Domain.UseCases.Contacts;

namespace AmazonIn.Domain.UseCases.Parcels;

/// <summary>
/// Shipment labels with their recipients (H2). A label without an address is of no use, so one that would lack it refuses
/// the whole print, before anything personal is opened where that is known before.
/// </summary>
public sealed class PrintLabels(
    IPackageQueries packages,
    ISalesOrderQueries orders,
    IOrganisationStore organisations,
    ContactRelease release,
    IParcelPrinter printer,
    IAuditTrail audit,
    TimeProvider time)
{
    /// <returns>One PDF.</returns>
    public async Task<Result<byte[]>> RunAsync(
        Actor actor, IReadOnlyList<long> packageIds, LabelPaper paper, CancellationToken cancellationToken)
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
        if (picked.Value.Select(pick => Refusal(pick, mark)).OfType<Error>().FirstOrDefault() is { } refusal)
        {
            return refusal;
        }

        var recipients = new Recipients(release, actor, ContactUse.PrintLabel);
        var labels = new List<ParcelLabel>();
        foreach (var pick in picked.Value)
        {
            var opened = await recipients.OpenAsync(pick.Package.SalesOrderId, cancellationToken);
            if (!opened.Succeeded)
            {
                return opened.Error;
            }

            if (Recipient.Of(opened.Value) is not { } recipient)
            {
                return ParcelErrors.NoRecipient(pick.Package.Number, "Amazon sent no address for this order.");
            }

            labels.Add(new ParcelLabel(
                pick.Package.Shipment!, SenderLines(organisation, pick.Order.WarehouseName), recipient, pick.Order.PaymentMethod));
        }

        return printer.PrintLabels(labels, paper, mark);
    }

    private static Error? Refusal(PackagePick pick, PrintMark mark) =>
        pick.Package.Shipment is not { State: not ConfirmationState.Undone } ? ParcelErrors.NotShipped(pick.Package.Number)
        : pick.WithoutRecipient(mark.At, mark.Zone) is { } why ? ParcelErrors.NoRecipient(pick.Package.Number, why)
        : null;

    private static List<string> SenderLines(Organisation? organisation, string warehouse) =>
        [.. new[] { organisation?.Name, warehouse, organisation?.HomeState?.Name }.OfType<string>()];
}
