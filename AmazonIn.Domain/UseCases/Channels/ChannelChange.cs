using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Domain.UseCases.Channels;

/// <summary>
/// Changes a channel although a run may be writing to the same row at that moment, such as that Amazon refuses us: the
/// change is then made anew on what the other one saved.
/// </summary>
internal static class ChannelChange
{
    private const int Attempts = 3;

    /// <param name="change">Changes the channel; false leaves it unsaved.</param>
    /// <param name="save">Saves it.</param>
    /// <returns>The channel as it is now; null where it is not connected.</returns>
    public static async Task<SalesChannel?> MakeAsync(
        IChannelStore channels,
        long channelId,
        Func<SalesChannel, bool> change,
        Func<SalesChannel, Task> save,
        CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var channel = await channels.FindAsync(channelId, cancellationToken);
            if (channel is null || !change(channel))
            {
                return channel;
            }

            try
            {
                await save(channel);
                return channel;
            }
            catch (ConcurrentChangeException) when (attempt < Attempts)
            {
                // Read again what the other one saved.
            }
        }
    }
}
