using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace AmazonIn.Portal.Features.Items;

/// <summary>The ledger behind an item's figures; older lines are fetched when they are asked for.</summary>
public sealed partial class LedgerPanel : IDisposable
{
    /// <summary>Lines that come with the item (<see cref="ItemDetails.Movements"/>).</summary>
    private const int First = 50;

    private readonly CancellationTokenSource disposal = new();
    private readonly List<MovementRow> older = [];
    private ElementReference place;
    private StockLedger ledger = new([], 0);
    private bool mayHaveOlder;
    private bool busy;
    private Fault? fault;

    [Parameter]
    [EditorRequired]
    public ItemDetails Details { get; set; } = null!;

    /// <summary>Brings the panel into view once: it was what the person came for.</summary>
    [Parameter]
    public bool Wanted { get; set; }

    [Inject]
    private IStockQueries Queries { get; set; } = null!;

    [Inject]
    private ILogger<LedgerPanel> Logger { get; set; } = null!;

    public void Dispose()
    {
        disposal.Cancel();
        disposal.Dispose();
    }

    protected override void OnParametersSet()
    {
        Count();
        mayHaveOlder = older.Count == 0 ? Details.Movements.Count >= First || ledger.OnHandBefore != 0 : mayHaveOlder;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && Wanted)
        {
            await place.FocusAsync();
        }
    }

    // "Opening stock" need not stand twice in "Opening stock from Amazon IN".
    private static string Reason(MovementRow movement) =>
        movement.Reason.StartsWith(ItemWords.Of(movement.Kind), StringComparison.OrdinalIgnoreCase)
            ? movement.Reason[ItemWords.Of(movement.Kind).Length..]
            : " · " + movement.Reason;

    private void Count() => ledger = StockLedger.Of(Details.Item.Stock, [.. Details.Movements, .. older]);

    private async Task OlderAsync()
    {
        (busy, fault) = (true, null);
        try
        {
            var page = await Queries.ListLedgerAsync(
                Details.Item.Id, null, new PageRequest(First, AfterId: ledger.Lines[^1].Movement.Id), disposal.Token);
            older.AddRange(page.Items.Select(row => row.Movement));
            mayHaveOlder = page.NextAfterId is not null;
            Count();
        }
        catch (OperationCanceledException) when (disposal.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception)
        {
            fault = Fault.Report(Logger, exception, "Older lines of the ledger could not be loaded.");
        }

        busy = false;
    }
}
