namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>What a channel may offer of a listing's stock.</summary>
/// <param name="Buffer">Units kept back; 0 when left out.</param>
/// <param name="Cap">The most that is offered; no limit when null or left out.</param>
internal sealed record StockLimitsBody(int? Buffer, int? Cap);
