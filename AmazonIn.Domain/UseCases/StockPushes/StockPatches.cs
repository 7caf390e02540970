using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Domain.UseCases.StockPushes;

/// <summary>Sends quantities with a call each, a few at once.</summary>
public sealed class StockPatches(IStockPushStore store, IMarketplaceStock marketplace, PushRecords records, TimeProvider time)
{
    /// <summary>Amazon answers slower than its quota lets us ask.</summary>
    private const int AtOnce = 4;

    /// <summary>So few that a figure is fresh when it leaves.</summary>
    private const int Batch = 20;

    /// <summary>After so many failures in a row it is not the listing; the rest is tried later.</summary>
    private const int MostFailures = 3;

    public async Task SendAsync(
        SalesChannel channel, IReadOnlyList<DueStock> due, Func<Task<bool>> isOpen, CancellationToken cancellationToken)
    {
        var connection = ChannelConnection.To(channel);
        var untried = due.Select(row => row.PushId).ToHashSet();
        var failures = 0;
        foreach (var batch in due.Chunk(Batch))
        {
            var fresh = batch.Length == due.Count ? due : await store.ListDueAsync(
                channel.Id, time.GetUtcNow(), [.. batch.Select(row => row.PushId)], cancellationToken);
            foreach (var few in fresh.Chunk(AtOnce))
            {
                if (!await isOpen())
                {
                    return;
                }

                var answers = await Task.WhenAll(few.Select(row => TryAsync(connection, row, cancellationToken)));
                foreach (var (row, answer, failure) in answers)
                {
                    untried.Remove(row.PushId);
                    if (failure is null)
                    {
                        await records.AnsweredAsync(row, answer!, cancellationToken);
                    }
                    else
                    {
                        await records.FailedAsync([row.PushId], failure.Message, cancellationToken);
                    }

                    failures = failure is null ? 0 : failures + 1;
                }

                if (failures >= MostFailures)
                {
                    var reason = answers.Last(answer => answer.Failure is not null).Failure!.Message;
                    await records.FailedAsync(untried, reason, cancellationToken);
                    return;
                }
            }
        }
    }

    private async Task<(DueStock Row, StockAnswer? Answer, MarketplaceException? Failure)> TryAsync(
        ChannelConnection connection, DueStock row, CancellationToken cancellationToken)
    {
        try
        {
            return (row, await marketplace.PatchAsync(connection, new StockFigure(row.Sku, row.Quantity), cancellationToken), null);
        }
        catch (MarketplaceRejectedException refused)
        {
            return (row, new StockAnswer(refused.Message, refused.RequestId), null);
        }
        catch (MarketplaceException failure) when (failure is not MarketplaceUnauthorizedException)
        {
            return (row, null, failure);
        }
    }
}
