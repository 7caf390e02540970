using AmazonIn.Domain.Common;

namespace AmazonIn.Domain.UseCases.SyncRuns;

/// <summary>Why a sync is not started, cancelled or repeated.</summary>
public static class SyncErrors
{
    public static Error NothingActive { get; } = new(
        "sync.no-active-channel",
        "No channel is active, so there is nothing to sync. Connect or enable one under Settings → Integrations → eCommerce.",
        ErrorKind.Conflict);

    public static Error ChannelResting(string name) => new(
        "sync.channel-not-active",
        $"“{name}” is not active, so it is not synced. Enable it, or authorise it again if it needs attention.",
        ErrorKind.Conflict);

    public static Error AlreadyEnded { get; } = new(
        "sync.run-ended",
        "This run has ended already; there is nothing to cancel.",
        ErrorKind.Conflict);

    public static Error StillActive { get; } = new(
        "sync.run-active",
        "This run has not ended yet. Wait until it has, or cancel it, and resync it then.",
        ErrorKind.Conflict);

    public static Error HomeStateMissing { get; } = new(
        "organisation.home-state-missing",
        "The organisation has no home state, so the tax of orders cannot be split. Set it under Settings → "
        + "Organisation and sync again; nothing is lost.",
        ErrorKind.Conflict);
}
