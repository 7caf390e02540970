using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;

namespace AmazonIn.Domain.UseCases.Stock;

/// <summary>How the audit trail names stock that a person moved; the figures are in the stock ledger.</summary>
internal static class StockRecords
{
    public static AuditEntry Entry(Actor actor, string action, string what, string? reason) =>
        new(actor, action, AuditOutcome.Granted, "stock", what) { Reason = reason };
}
