namespace AmazonIn.Portal.Features.SalesOrders;

/// <summary>One row of a sum written out.</summary>
/// <param name="Label">What it is: <c>Shipping</c>, <c>2 × ₹499.00</c>.</param>
/// <param name="Note">Which line it is of, or why it is there.</param>
/// <param name="Amount">Null: not sent by Amazon.</param>
internal sealed record SumRow(string Label, string? Note, decimal? Amount);
