using AmazonIn.Domain.Common;

namespace AmazonIn.Domain.UseCases.EasyShip;

/// <summary>Where it is logged that a pickup could not be followed; it is tried again. Names no buyer.</summary>
public interface IPickupFaults
{
    /// <summary>Amazon, or a rule of ours, said no.</summary>
    void Refused(long packageId, Error refusal);

    void Faulted(long packageId, Exception exception);
}
