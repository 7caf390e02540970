namespace AmazonIn.Portal.Endpoints.Wire;

internal sealed record WarehouseBody(string? Name);
