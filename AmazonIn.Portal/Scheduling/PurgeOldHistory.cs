using AmazonIn.Domain.UseCases.StockPushes;
using AmazonIn.Domain.UseCases.SyncRuns;
using Coravel.Invocable;

namespace AmazonIn.Portal.Scheduling;

internal sealed class PurgeOldHistory(PurgeHistory purgeHistory, PurgeStockAnswers purgeAnswers) : IInvocable, ICancellableInvocable
{
    public CancellationToken CancellationToken { get; set; }

    public async Task Invoke()
    {
        await purgeHistory.RunAsync(CancellationToken);
        await purgeAnswers.RunAsync(CancellationToken);
    }
}
