using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Stock;

namespace AmazonIn.Domain.UseCases.StockPushes;

/// <summary>Writes down what became of figures.</summary>
public sealed class PushRecords(IStockPushStore store, Random random, TimeProvider time)
{
    /// <summary>Amazon answered a single figure.</summary>
    public Task AnsweredAsync(DueStock row, StockAnswer answer, CancellationToken cancellationToken) => store.ChangeAsync(
        [row.PushId],
        push =>
        {
            var now = time.GetUtcNow();
            if (answer.Refusal is { } refusal)
            {
                push.Refuse(row.Change, row.Quantity, PushRoute.Patch, refusal, answer.RequestId, now);
            }
            else
            {
                push.Accept(
                    row.Change, row.Quantity, PushRoute.Patch, answer.RequestId, PushPacePolicy.FirstLookAt(now), now);
            }

            return Line(push, row.Quantity, push.Reason, now);
        },
        cancellationToken);

    /// <summary>Amazon gave no usable answer: tried again later, the figure worked out anew then.</summary>
    public Task FailedAsync(IReadOnlyCollection<long> pushIds, string reason, CancellationToken cancellationToken) =>
        store.ChangeAsync(
            pushIds,
            push =>
            {
                var now = time.GetUtcNow();
                var isFirst = push.Attempts == 0;
                push.RetryLater(reason, now + PushPacePolicy.RetryAfter(push.Attempts, random.NextDouble()));
                return isFirst && push.Quantity is { } quantity ? Line(push, quantity, push.Reason, now) : null;
            },
            cancellationToken);

    /// <summary>The history's line about a row as it stands now.</summary>
    public static StockPushAnswer Line(StockPush push, int quantity, string? answer, DateTimeOffset now) => new(
        push.ListingId, push.ChannelId, quantity, push.Route ?? PushRoute.Patch, push.State, answer, push.RequestId, now);
}
