using AmazonIn.Domain.Ports.Queries;

namespace AmazonIn.Portal.Features.Items;

/// <summary>
/// Answers "why this number?": counts back from today's figures through the latest lines of the ledger, so that every
/// line shows the figure it led to.
/// </summary>
/// <param name="Lines">Newest first.</param>
/// <param name="OnHandBefore">What was on hand before the oldest line shown; zero when the ledger is shown from its start.</param>
internal sealed record StockLedger(IReadOnlyList<LedgerLine> Lines, int OnHandBefore)
{
    public static StockLedger Of(StockFigures now, IReadOnlyList<MovementRow> newestFirst)
    {
        var lines = new List<LedgerLine>(newestFirst.Count);
        var (onHand, reserved) = (now.OnHand, now.Reserved);
        foreach (var movement in newestFirst)
        {
            lines.Add(new LedgerLine(movement, onHand, reserved));
            onHand -= movement.OnHand;
            reserved -= movement.Reserved;
        }

        return new StockLedger(lines, onHand);
    }
}
