namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>Records of the business that stay.</summary>
/// <param name="SalesOrders">Sales orders that came from the channel.</param>
/// <param name="OpenSalesOrders">Of them, those still to be shipped; they keep their reserved stock.</param>
/// <param name="Customers">Customers, without what would recognise the person.</param>
internal sealed record KeptJson(int SalesOrders, int OpenSalesOrders, int Customers);
