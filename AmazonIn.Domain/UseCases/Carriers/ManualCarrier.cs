using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Carriers;

namespace AmazonIn.Domain.UseCases.Carriers;

/// <summary>
/// Every carrier that a person deals with outside the portal: it is told nothing from here, and its tracking number is
/// typed in.
/// </summary>
public sealed class ManualCarrier : ICarrierService
{
    public string Code => "manual";

    public ConsignmentField Needs => ConsignmentField.None;

    public Task<Result<HandedOver>> HandOverAsync(Consignment consignment, CancellationToken cancellationToken) =>
        Task.FromResult<Result<HandedOver>>(new HandedOver());
}
