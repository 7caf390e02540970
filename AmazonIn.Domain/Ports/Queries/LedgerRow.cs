namespace AmazonIn.Domain.Ports.Queries;

/// <summary>A line of the ledger with the figures that it led to.</summary>
public sealed record LedgerRow(MovementRow Movement, int OnHandAfter, int ReservedAfter);
