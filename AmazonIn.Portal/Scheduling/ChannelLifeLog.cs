using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Channels;

namespace AmazonIn.Portal.Scheduling;

/// <summary>Keeps in the log who put a channel to rest, woke or removed it, and what the removal destroyed.</summary>
internal sealed partial class ChannelLifeLog(ILogger<ChannelLifeLog> log) : IChannelLifeLog
{
    public void Disabled(long channelId, string actorId, int runsCancelled) => LogDisabled(channelId, actorId, runsCancelled);

    public void Enabled(long channelId, string actorId) => LogEnabled(channelId, actorId);

    public void Removed(RemovedChannel removed, string actorId) => LogRemoved(
        removed.ChannelId, actorId, removed.Keys, removed.Contacts, removed.BuyerMarks, removed.Credentials, removed.Listings,
        removed.Quantities, removed.Runs, removed.Entries, removed.PendingOrdersReleased, removed.OrdersKept, removed.CustomersKept);

    [LoggerMessage(LogLevel.Information, "Channel {ChannelId} was disabled by {ActorId}; {Runs} runs were cancelled.")]
    private partial void LogDisabled(long channelId, string actorId, int runs);

    [LoggerMessage(LogLevel.Information, "Channel {ChannelId} was enabled by {ActorId}.")]
    private partial void LogEnabled(long channelId, string actorId);

    [LoggerMessage(
        LogLevel.Information,
        "Channel {ChannelId} was disconnected by {ActorId}. Removed: {Keys} keys, {Contacts} contacts, {BuyerMarks} buyer "
        + "marks, credentials {Credentials}, {Listings} listings, {Quantities} quantities, {Runs} runs, {Entries} entries, "
        + "reservations of {Pending} pending orders. Kept: {Orders} orders, {Customers} customers.")]
    private partial void LogRemoved(
        long channelId,
        string actorId,
        int keys,
        int contacts,
        int buyerMarks,
        bool credentials,
        int listings,
        int quantities,
        int runs,
        int entries,
        int pending,
        int orders,
        int customers);
}
