namespace AmazonIn.Portal.Endpoints.Wire;

internal sealed record WarehouseJson(long Id, string Name, bool IsPrimary);
