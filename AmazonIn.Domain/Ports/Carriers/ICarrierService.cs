using AmazonIn.Domain.Common;

namespace AmazonIn.Domain.Ports.Carriers;

/// <summary>
/// A carrier that the portal can tell of a parcel. Only <c>UseCases/Carriers/HandOverPackage</c> calls it, which audits
/// each hand-over and gives no more than <see cref="Needs"/>.
/// </summary>
public interface ICarrierService
{
    /// <summary>Stable, for the audit trail.</summary>
    string Code { get; }

    ConsignmentField Needs { get; }

    Task<Result<HandedOver>> HandOverAsync(Consignment consignment, CancellationToken cancellationToken);
}
