using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Shipping;

/// <summary>Adds a carrier to the table, or changes one.</summary>
public sealed class SaveCarrier(ICarrierStore carriers, IAuditTrail audit)
{
    /// <param name="id">Null adds.</param>
    public async Task<Result<Carrier>> RunAsync(
        Actor actor, long? id, CarrierRequest request, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ManageOrders, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        var name = request.Name.Trim();
        if (name.Length is 0 or > Carrier.NameMaxLength || name.Any(char.IsControl))
        {
            return new Error("carrier.name", $"Enter the carrier's name, at most {Carrier.NameMaxLength} characters.");
        }

        var code = request.AmazonCode.Trim();
        if (code.Length is 0 or > Shipment.CarrierCodeMaxLength || code.Any(char.IsControl))
        {
            return new Error(
                "carrier.code",
                $"Enter Amazon's code of the carrier, at most {Shipment.CarrierCodeMaxLength} characters. Where Amazon has "
                + "none, enter Other; then it is told the name.");
        }

        var known = await carriers.ListAsync(cancellationToken);
        if (known.Any(one => one.Id != id && one.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            return NameTaken(name);
        }

        var carrier = id is null ? new Carrier(name, code) : known.FirstOrDefault(one => one.Id == id);
        if (carrier is null)
        {
            return Error.NotFound("The carrier");
        }

        carrier.Change(name, code);
        var entry = AuditedCarrier.Entry(actor, AuditAction.SaveCarrier, carrier).With("code", code);
        return await audit.ActAsync(
            entry,
            () => SaveAsync(carrier, cancellationToken),
            saved => entry with { Subject = AuditedCarrier.SubjectOf(saved) },
            cancellationToken);
    }

    private async Task<Result<Carrier>> SaveAsync(Carrier carrier, CancellationToken cancellationToken)
    {
        try
        {
            await (carrier.Id == 0
                ? carriers.AddAsync(carrier, cancellationToken)
                : carriers.SaveAsync(carrier, cancellationToken));
            return carrier;
        }
        catch (ConcurrentChangeException)
        {
            return new Error(
                "carrier.changed",
                "Somebody else changed the table of carriers in the meantime. Look at it again and repeat the step.",
                ErrorKind.Conflict);
        }
    }

    private static Error NameTaken(string name) =>
        new("carrier.name-taken", $"There is a carrier “{name}” already.", ErrorKind.Conflict);
}
