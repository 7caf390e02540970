using AmazonIn.Domain.Ports.Queries;

namespace AmazonIn.Portal.Features.Items;

/// <summary>A line of the ledger with what the item's figures were after it, over all warehouses.</summary>
internal sealed record LedgerLine(MovementRow Movement, int OnHandAfter, int ReservedAfter);
