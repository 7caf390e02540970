using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Shipping;

namespace AmazonIn.Domain.UseCases.Shipping;

/// <summary>Adds a carrier to the table, or changes one.</summary>
public sealed class SaveCarrier(ICarrierStore carriers)
{
    /// <param name="id">Null adds.</param>
    public async Task<Result<Carrier>> RunAsync(
        Actor actor, long? id, CarrierRequest request, CancellationToken cancellationToken)
    {
        if (actor.Require(Permission.ManageOrders).Error is { } forbidden)
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

        try
        {
            return await SaveAsync(known, id, name, code, cancellationToken);
        }
        catch (ConcurrentChangeException)
        {
            return new Error(
                "carrier.changed",
                "Somebody else changed the table of carriers in the meantime. Look at it again and repeat the step.",
                ErrorKind.Conflict);
        }
    }

    private async Task<Result<Carrier>> SaveAsync(
        IReadOnlyList<Carrier> known, long? id, string name, string code, CancellationToken cancellationToken)
    {
        if (id is null)
        {
            var added = new Carrier(name, code);
            await carriers.AddAsync(added, cancellationToken);
            return added;
        }

        if (known.FirstOrDefault(one => one.Id == id) is not { } carrier)
        {
            return Error.NotFound("The carrier");
        }

        carrier.Change(name, code);
        await carriers.SaveAsync(carrier, cancellationToken);
        return carrier;
    }

    private static Error NameTaken(string name) =>
        new("carrier.name-taken", $"There is a carrier “{name}” already.", ErrorKind.Conflict);
}
