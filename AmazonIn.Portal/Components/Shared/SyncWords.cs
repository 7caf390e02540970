using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Sync;
using MudBlazor;

namespace AmazonIn.Portal.Components.Shared;

/// <summary>What syncs and channels are called on the screen.</summary>
internal static class SyncWords
{
    public static string Of(SyncModule module) => module switch
    {
        SyncModule.Items => "Items",
        SyncModule.Orders => "Orders",
    };

    /// <summary><c>1 item</c>, <c>1,204 orders</c>.</summary>
    public static string Count(SyncModule module, int count) => module switch
    {
        SyncModule.Items => IndianFormat.Plural(count, "item"),
        SyncModule.Orders => IndianFormat.Plural(count, "order"),
    };

    public static string Of(RunState state) => state switch
    {
        RunState.Requested => "Waiting",
        RunState.Running => "Running",
        RunState.Succeeded => "Succeeded",
        RunState.Failed => "Failed",
        RunState.Cancelled => "Cancelled",
        RunState.Interrupted => "Interrupted",
    };

    public static StatusKind KindOf(RunState state) => state switch
    {
        RunState.Requested or RunState.Running => StatusKind.Info,
        RunState.Succeeded => StatusKind.Success,
        RunState.Failed => StatusKind.Error,
        RunState.Cancelled => StatusKind.Neutral,
        RunState.Interrupted => StatusKind.Warning,
    };

    public static string IconOf(RunState state) => state switch
    {
        RunState.Requested => Icons.Material.Outlined.Schedule,
        RunState.Running => Icons.Material.Outlined.Sync,
        RunState.Succeeded => Icons.Material.Outlined.CheckCircle,
        RunState.Failed => Icons.Material.Outlined.ErrorOutline,
        RunState.Cancelled => Icons.Material.Outlined.Cancel,
        RunState.Interrupted => Icons.Material.Outlined.PauseCircle,
    };

    /// <summary>How a run came about; with the person's name where a person did.</summary>
    public static string Started(RunSummary run) => run.Trigger switch
    {
        RunTrigger.Initial => "First sync",
        RunTrigger.Scheduled => "By schedule",
        RunTrigger.Manual => $"By {run.RequestedBy}",
        RunTrigger.Resync => $"Resync by {run.RequestedBy}",
        RunTrigger.Reactivation => "After enabling",
    };

    public static string Of(ChannelState state) => state switch
    {
        ChannelState.Active => "Active",
        ChannelState.Inactive => "Inactive",
        ChannelState.NeedsAttention => "Needs attention",
        ChannelState.Disconnected => "Disconnected",
    };

    public static StatusKind KindOf(ChannelState state) => state switch
    {
        ChannelState.Active => StatusKind.Success,
        ChannelState.Inactive => StatusKind.Neutral,
        ChannelState.NeedsAttention => StatusKind.Warning,
        ChannelState.Disconnected => StatusKind.Neutral,
    };

    public static string Of(EntryKind kind) => kind switch
    {
        EntryKind.Item => "Item",
        EntryKind.ItemGroup => "Item group",
        EntryKind.Order => "Order",
    };

    public static string Of(EntryChange change) => change switch
    {
        EntryChange.Created => "Created",
        EntryChange.Updated => "Updated",
        EntryChange.Unchanged => "Left alone",
        EntryChange.Voided => "Voided",
    };
}
