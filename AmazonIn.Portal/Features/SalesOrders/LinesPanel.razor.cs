using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using Microsoft.AspNetCore.Components;

namespace AmazonIn.Portal.Features.SalesOrders;

/// <summary>What was bought, with every amount as Amazon sent it.</summary>
public sealed partial class LinesPanel
{
    private IReadOnlyList<OrderFlag> flags = [];
    private bool anyOther;

    [Parameter]
    [EditorRequired]
    public SalesOrderDetails Details { get; set; } = null!;

    private string Currency => Details.Order.Currency;

    // Where Amazon sent a line's parts but no total of its own.
    private static decimal? TotalOf(OrderLineRow line) => line.Total ?? OrderSum.Parts(line);

    protected override void OnParametersSet()
    {
        flags = Details.Flags.At(FlagPlace.Lines);
        anyOther = Details.Lines.Any(line => line.OtherCharges != 0m);
    }
}
