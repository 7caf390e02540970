using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.EasyShip;

/// <summary>
/// Has Amazon make the label or the invoice of a scheduled package. They carry the recipient, so each is recorded before
/// it is asked for, handed through to the one who may print it, and kept nowhere.
/// </summary>
public sealed class PrintPickupDocument(EasyShipParcels parcels, IMarketplaceEasyShip marketplace, IAuditTrail audit)
{
    /// <returns>A PDF.</returns>
    public async Task<Result<byte[]>> RunAsync(
        Actor actor, long packageId, EasyShipDocument document, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.PrintLabels, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        var found = await parcels.FindScheduledAsync(packageId, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Error;
        }

        var parcel = found.Value.Parcel;
        return await audit.ActAsync(
            AuditedOrder.Entry(actor, AuditAction.PrintCarrierDocument, parcel.File.Order, parcel.Package)
                .With("document", document.ToString()),
            () => marketplace.MakeDocumentAsync(parcel.Channel, parcel.OrderId, document, cancellationToken),
            cancellationToken);
    }
}
