using AmazonIn.Domain.Common;

namespace AmazonIn.Domain.UseCases.Warehouses;

/// <summary>Why a warehouse is not saved.</summary>
public static class WarehouseErrors
{
    public static Error NameShape { get; } =
        new("warehouse.name", "Enter the warehouse's name, at most 100 characters.");

    public static Error Unknown { get; } = Error.NotFound("The warehouse");

    public static Error NameTaken(string name) =>
        new("warehouse.name-taken", $"There is a warehouse “{name}” already.", ErrorKind.Conflict);
}
