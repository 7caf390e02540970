using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Tax;

namespace AmazonIn.Portal.Features.SalesOrders;

/// <summary>An order while somebody types. All sums are the domain's own, so what is shown is what would be saved.</summary>
public sealed class OrderDraft
{
    private readonly PlaceOfSupply placeBefore;
    private readonly long? warehouseBefore;
    private readonly decimal orderCharges;
    private readonly GstState? home;
    private readonly int linesBefore;
    private int added;

    private OrderDraft(SalesOrderDetails? details, GstState? home, string currency, long? warehouseId)
    {
        this.home = home;
        Currency = currency;
        placeBefore = details is null
            ? default
            : new PlaceOfSupply(
                details.Order.PlaceOfSupply, details.Order.GstTreatment == Domain.Customers.GstTreatment.Overseas);
        Place = placeBefore;
        warehouseBefore = warehouseId;
        WarehouseId = warehouseId;
        orderCharges = details?.OrderCharges ?? 0m;
        AmazonTotal = details?.AmazonTotal;
        Lines = [.. details?.Lines.Select(DraftLine.Of) ?? []];
        linesBefore = Lines.Count;
        Outcome = Recalculate();
    }

    /// <summary>The order is only being made.</summary>
    public bool IsNew { get; private init; }

    public List<DraftLine> Lines { get; }

    public string Currency { get; }

    public decimal? AmazonTotal { get; }

    public decimal OrderCharges => orderCharges;

    public PlaceOfSupply Place { get; private set; }

    public long? WarehouseId { get; set; }

    public OrderOutcome Outcome { get; private set; }

    public bool HasErrors => Lines.Exists(line => line.HasErrors);

    public bool PlaceChanged => Place != placeBefore;

    public bool IsChanged => Lines.Exists(line => line.Outcome.Changed || line.HasErrors) || Lines.Count != linesBefore
        || PlaceChanged || WarehouseId != warehouseBefore;

    /// <summary>Lines whose slab Amazon's amount implies.</summary>
    public IReadOnlyList<DraftLine> Suggested => [.. Lines.Where(line => line.Suggestion is not null)];

    public static OrderDraft Of(SalesOrderDetails details, GstState? home) =>
        new(details, home, details.Order.Currency, details.WarehouseId);

    /// <summary>An order that is only being made: the home state is where most of these go.</summary>
    public static OrderDraft New(GstState? home, string currency, long? warehouseId)
    {
        var draft = new OrderDraft(null, home, currency, warehouseId) { IsNew = true };
        draft.Go(new PlaceOfSupply(home, Abroad: false));
        return draft;
    }

    public OrderOutcome Recalculate()
    {
        Outcome = OrderEditPolicy.Apply(
            [.. Lines.Select(line => new EditedLine(line.Before, line.ToEdit()))], placeBefore, Place, home, orderCharges);
        for (var index = 0; index < Lines.Count; index++)
        {
            Lines[index].Outcome = Outcome.Lines[index];
        }

        return Outcome;
    }

    public DraftLine Add(ItemRow item)
    {
        var line = DraftLine.Add(item, ++added);
        Lines.Add(line);
        Recalculate();
        return line;
    }

    public void Remove(DraftLine line)
    {
        Lines.Remove(line);
        Recalculate();
    }

    public void SetRate(DraftLine line, decimal rate)
    {
        line.Rate = rate;
        Recalculate();
    }

    /// <summary>One rate on every line that has anything on it.</summary>
    public void SetRateOnEveryLine(decimal rate)
    {
        Lines.ForEach(line => line.Rate = rate);
        Recalculate();
    }

    public void UseSuggestions()
    {
        foreach (var line in Suggested)
        {
            line.Rate = line.Suggestion!.Value;
        }

        Recalculate();
    }

    public void Go(PlaceOfSupply place)
    {
        Place = place;
        Recalculate();
    }
}
