namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>Units over all warehouses.</summary>
internal sealed record StockJson(int OnHand, int Reserved, int Available);
