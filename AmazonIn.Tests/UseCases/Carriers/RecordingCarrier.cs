using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Carriers;

namespace AmazonIn.Tests.UseCases.Carriers;

/// <summary>A carrier with whatever needs a test gives it; keeps what it got.</summary>
internal sealed class RecordingCarrier(ConsignmentField needs) : ICarrierService
{
    public List<Consignment> Got { get; } = [];

    public string Code => "test-carrier";

    public ConsignmentField Needs => needs;

    public Task<Result<HandedOver>> HandOverAsync(Consignment consignment, CancellationToken cancellationToken)
    {
        Got.Add(consignment);
        return Task.FromResult<Result<HandedOver>>(new HandedOver());
    }
}
