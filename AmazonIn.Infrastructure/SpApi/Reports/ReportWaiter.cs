using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Http;
using AmazonIn.Infrastructure.SpApi.Json;

namespace AmazonIn.Infrastructure.SpApi.Reports;

/// <summary>
/// Looks after a report until it is finished: after 15 seconds, then less and less often, up to two minutes apart.
/// </summary>
internal sealed class ReportWaiter(ReportsClient reports, Pauses pauses, TimeProvider time)
{
    private static readonly TimeSpan _firstLook = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan _longestPause = TimeSpan.FromMinutes(2);

    /// <summary>Mostly it takes minutes; after an hour another way is faster.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromHours(1);

    /// <param name="what">For a person: <c>the report of orders</c>.</param>
    /// <exception cref="ReportFailedException">It failed, or takes too long.</exception>
    public async Task<FinishedReport> WaitAsync(
        ChannelConnection channel,
        string reportId,
        string what,
        IWaitObserver waits,
        CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var pause = _firstLook;
        while (true)
        {
            var report = await reports.GetAsync(channel, reportId, waits, cancellationToken);
            var status = report.ProcessingStatus;
            if (WireText.Is(status, "DONE"))
            {
                return new FinishedReport(
                    report.ReportDocumentId ?? throw new ReportFailedException("The report has no document."),
                    report.CreatedTime);
            }

            // Amazon cancels a report that would be empty.
            if (WireText.Is(status, "CANCELLED"))
            {
                return new FinishedReport(null, report.CreatedTime);
            }

            if (WireText.Is(status, "FATAL") || time.GetElapsedTime(started) > _patience)
            {
                throw new ReportFailedException($"Amazon could not make {what}.");
            }

            await pauses.SleepAsync(pause, $"Amazon prepares {what}", waits, cancellationToken);
            pause = pause * 2 < _longestPause ? pause * 2 : _longestPause;
        }
    }
}
