using System.Globalization;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Tax;
using Microsoft.AspNetCore.Components;

namespace AmazonIn.Portal.Features.SalesOrders;

/// <summary>The lines of an order as inputs, with every sum worked out as one types.</summary>
public sealed partial class OrderEditor
{
    private string rateForAll = RateWords.Value(18m);

    [Parameter]
    [EditorRequired]
    public OrderDraft Draft { get; set; } = null!;

    /// <summary>The organisation's; null while it is not set.</summary>
    [Parameter]
    public GstState? HomeState { get; set; }

    [Parameter]
    public IReadOnlyList<WarehouseRow> Warehouses { get; set; } = [];

    /// <summary>Whether lines can be added.</summary>
    [Parameter]
    public bool MayAdd { get; set; } = true;

    /// <summary>Whether another warehouse can be chosen.</summary>
    [Parameter]
    public bool MayMove { get; set; } = true;

    [Parameter]
    public bool Disabled { get; set; }

    /// <summary>More beside the sum.</summary>
    [Parameter]
    public RenderFragment? Context { get; set; }

    /// <summary>Something was typed or chosen.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    private IEnumerable<(string Name, decimal Amount)> Taxes
    {
        get
        {
            var components = Draft.Lines.SelectMany(line => line.Outcome.Taxes)
                .GroupBy(tax => (tax.Component, tax.Rate))
                .OrderBy(group => group.Key)
                .Select(group => (TaxAmount.NameOf(group.Key.Component, group.Key.Rate), group.Sum(tax => tax.Amount)))
                .ToList();
            var split = components.Sum(component => component.Item2);
            return Draft.Outcome.Tax == split ? components : [.. components, ("Tax, not split", Draft.Outcome.Tax - split)];
        }
    }

    private string PlaceHint => Draft.Place switch
    {
        { Unknown: true } => "Amazon's address does not say which state it is, so the tax is not split.",
        { Abroad: true } => "Between countries the whole tax is IGST.",
        { State: { } state } when state.Code == HomeState?.Code => HomeState!.Kind == StateKind.UnionTerritory
            ? "Your own union territory: CGST and UTGST, half each."
            : "Your home state: CGST and SGST, half each.",
        _ => "Another state than yours: IGST.",
    };

    private string WarehouseHint => Draft.IsNew
        ? "The units are reserved there."
        : MayMove
        ? "What is reserved for the order moves with it."
        : "Units are packed or have left, or Amazon ships it: it stays where it is.";

    // A rate of earlier days stays choosable on its line.
    private static IEnumerable<decimal> Choices(DraftLine line) =>
        TaxRate.Slabs.Contains(line.Rate) ? TaxRate.Slabs : [.. TaxRate.Slabs, line.Rate];

    private bool HasNotes(DraftLine line) => line.Outcome.Loss is not null
        || (line.Suggestion is not null && !Draft.Place.Unknown)
        || RateWords.Difference(line.Row, Draft.Currency) is not null;

    private Task TypedAsync()
    {
        Draft.Recalculate();
        return Changed.InvokeAsync();
    }

    private Task RateAsync(DraftLine line, ChangeEventArgs change) => UseAsync(line, RateWords.Read(change.Value as string));

    private Task UseAsync(DraftLine line, decimal rate)
    {
        Draft.SetRate(line, rate);
        return Changed.InvokeAsync();
    }

    private Task SetForAllAsync()
    {
        Draft.SetRateOnEveryLine(RateWords.Read(rateForAll));
        return Changed.InvokeAsync();
    }

    private Task UseSuggestionsAsync()
    {
        Draft.UseSuggestions();
        return Changed.InvokeAsync();
    }

    private Task RemoveAsync(DraftLine line)
    {
        Draft.Remove(line);
        return Changed.InvokeAsync();
    }

    private Task AddAsync(ItemRow? item)
    {
        if (item is not null)
        {
            Draft.Add(item);
        }

        return Changed.InvokeAsync();
    }

    private Task GoAsync(ChangeEventArgs change)
    {
        Draft.Go(PlaceChoice.Read(change.Value as string));
        return Changed.InvokeAsync();
    }

    private Task TrackAsync(ChangeEventArgs change)
    {
        Draft.WarehouseId = long.TryParse(change.Value as string, CultureInfo.InvariantCulture, out var id) ? id : Draft.WarehouseId;
        return Changed.InvokeAsync();
    }
}
