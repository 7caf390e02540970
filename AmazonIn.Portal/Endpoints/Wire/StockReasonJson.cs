namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>Why Amazon refused quantities, and how many listings that holds back.</summary>
internal sealed record StockReasonJson(string Reason, int Count);
