using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.UseCases.Channels;
using AmazonIn.Domain.UseCases.Connect;
using AmazonIn.Domain.UseCases.StockPushes;
using AmazonIn.Domain.UseCases.SyncRuns;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Tests.Portal.Components.Integrations;
using AmazonIn.Tests.TestKit;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace AmazonIn.Tests.Portal.Components.Shared;

/// <summary>A shop with real use cases over in-memory stores, and the providers that dialogs and messages need.</summary>
public abstract class ShopContext : PortalContext, IMarketplaceAuthorization
{
    protected ShopContext()
    {
        Queries = new ShopQueries(Channels, Journal);
        Removal = new InMemoryRemoval(Channels);
        Services.AddSingleton<IChannelQueries>(Queries);
        Services.AddSingleton<ISyncHistoryQueries>(Queries);
        Services.AddSingleton<IWarehouseQueries>(Queries);
        Services.AddSingleton<IDashboardQueries>(Queries);
        Services.AddSingleton<ISearchQueries>(Queries);
        Services.AddSingleton<IOrganisationStore>(Organisations);
        Services.AddSingleton<IChannelStore>(Channels);
        Services.AddSingleton<IChannelRemoval>(Removal);
        Services.AddSingleton<IChannelLifeQueries>(Queries);
        Services.AddSingleton<IWarehouseStore>(Warehouses);
        Services.AddSingleton<IOutboxSignal>(Notes);
        Services.AddSingleton<IChannelLifeLog>(Notes);
        Services.AddSingleton<ISyncJournal>(Journal);
        Services.AddSingleton<ISyncProgress>(Feed);
        Services.AddSingleton<IMarketplaceAuthorization>(this);
        Shipping.AddTo(Services);
        Services.AddTransient<ConnectChannel>();
        Services.AddTransient<RenameChannel>();
        Services.AddTransient<MapWarehouse>();
        Services.AddTransient<DisableChannel>();
        Services.AddTransient<EnableChannel>();
        Services.AddTransient<DisconnectChannel>();
        Services.AddTransient<RequestSync>();
        Services.AddTransient<ResyncRun>();
        Services.AddTransient<CancelRun>();
        Services.AddTransient<SaveOrderPreference>();
        StockPushes = new FakeStockPushes(Channels);
        Services.AddSingleton<IStockPushQueries>(StockPushes);
        Services.AddSingleton<IStockPushStore>(StockPushes);
        Services.AddSingleton<IOutboxSignal>(StockPushes);
        Services.AddTransient<SetStockSync>();
        Services.AddTransient<SetStockLimits>();
        Services.AddTransient<PushAgain>();
    }

    protected NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    private protected InMemoryChannels Channels { get; } = new();

    private protected InMemoryRemoval Removal { get; }

    private protected InMemoryWarehouses Warehouses { get; } = new("Bengaluru", "Delhi");

    private protected LifeNotes Notes { get; } = new();

    private protected InMemoryJournal Journal { get; } = new();

    private protected InMemoryOrganisations Organisations { get; } = new();

    private protected ShopQueries Queries { get; }

    private protected InMemoryShipping Shipping { get; } = new();
    private protected FakeStockPushes StockPushes { get; }

    /// <summary>What Amazon says of the account that is being connected.</summary>
    protected Func<VerifiedAccount> Amazon { get; set; } =
        () => new VerifiedAccount("Meera Crafts", [new(Marketplace.India.Id, "Amazon.in", "INR", true, false)]);

    Task<VerifiedAccount> IMarketplaceAuthorization.VerifyAsync(
        Marketplace marketplace,
        string sellerId,
        string refreshToken,
        CancellationToken cancellationToken) => Task.FromResult(Amazon());

    protected SalesChannel Connected(string sellerId = "A1DEMOSELLERIN", string name = "Amazon IN")
    {
        var channel = new SalesChannel(name, Marketplace.India, sellerId, Clock.GetUtcNow().AddDays(-153));
        Channels.AddAsync(channel, "Atzr|kept", Token).GetAwaiter().GetResult();
        return channel;
    }

    protected SyncRun Requested(SalesChannel channel, SyncModule module, RunTrigger trigger = RunTrigger.Scheduled) =>
        Journal.RequestAsync(new SyncRun(channel.Id, module, trigger, "Asha", Clock.GetUtcNow()), Token).GetAwaiter().GetResult();

    protected SyncRun Running(SalesChannel channel, SyncModule module)
    {
        var run = Requested(channel, module);
        run.Take("here", Clock.GetUtcNow(), TimeSpan.FromMinutes(1));
        return run;
    }

    /// <summary>A run of the past, eight minutes ago.</summary>
    protected SyncRun Ended(SalesChannel channel, SyncModule module, params SyncEntry[] entries)
    {
        var run = Running(channel, module);
        var start = Clock.GetUtcNow();
        foreach (var entry in entries)
        {
            entry.BelongTo(run.Id);
            Journal.Entries.Add(entry);
        }

        var failed = entries.Count(entry => entry.Outcome == EntryOutcome.NotSynced);
        run.RecordPage(entries.Length - failed, failed, 0, null, null, start);
        Clock.Advance(TimeSpan.FromSeconds(70));
        run.Finish(null, null, Clock.GetUtcNow());
        Clock.Advance(TimeSpan.FromMinutes(8));
        return run;
    }

    /// <summary>What the journal writes into the row while a run sleeps for Amazon's quota.</summary>
    protected static void Wait(SyncRun run, DateTimeOffset until, string reason)
    {
        typeof(SyncRun).GetProperty(nameof(SyncRun.WaitingUntil))!.SetValue(run, until);
        typeof(SyncRun).GetProperty(nameof(SyncRun.Message))!.SetValue(run, reason);
    }

    /// <summary>A page with the providers beside it, as the layout has them.</summary>
    protected IRenderedComponent<Host> RenderPage<TPage>(Action<RenderTreeBuilder>? parameters = null)
        where TPage : IComponent => Render<Host>(host => host.Add(frame => frame.Content, builder =>
        {
            builder.OpenComponent<TPage>(0);
            parameters?.Invoke(builder);
            builder.CloseComponent();
        }));

    /// <summary>What stands in for the layout.</summary>
    public sealed class Host : ComponentBase
    {
        [Parameter]
        public RenderFragment? Content { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenComponent<MudPopoverProvider>(0);
            builder.CloseComponent();
            builder.OpenComponent<MudDialogProvider>(1);
            builder.CloseComponent();
            builder.OpenComponent<MudSnackbarProvider>(2);
            builder.CloseComponent();
            builder.OpenComponent<CascadingValue<DisplaySettings>>(3);
            builder.AddComponentParameter(4, nameof(CascadingValue<DisplaySettings>.Value), DisplaySettings.Default);
            builder.AddComponentParameter(5, nameof(CascadingValue<DisplaySettings>.ChildContent), Content);
            builder.CloseComponent();
        }
    }
}
