using System.Runtime.CompilerServices;
using AmazonIn.Domain.Ports.Marketplace;

namespace AmazonIn.Infrastructure.SpApi.Http;

/// <summary>
/// Fetches one page ahead, so that the network works while the caller works on the database. The caller's observer is
/// called only while the caller waits for a page, never beside its work: a wait that begins earlier is told when the
/// caller asks for the page that waits.
/// </summary>
internal static class ReadAhead
{
    public static async IAsyncEnumerable<T> OneAsync<T>(
        Func<IWaitObserver, CancellationToken, IAsyncEnumerable<T>> source,
        IWaitObserver waits,
        TimeProvider time,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var held = new HeldWaits(waits, time);
        var pages = source(held, stop.Token).GetAsyncEnumerator(stop.Token);
        Task<bool>? next = null;
        try
        {
            next = Next(pages);
            while (true)
            {
                await held.CallerWaitsAsync(cancellationToken);
                if (!await next)
                {
                    yield break;
                }

                held.CallerWorks();
                var page = pages.Current;
                next = Next(pages);
                yield return page;
            }
        }
        finally
        {
            // The caller may stop early: end the page that is on its way, whose outcome then concerns nobody.
            await stop.CancelAsync();
            if (next is not null)
            {
                await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            await pages.DisposeAsync();
        }
    }

    // Started on the pool, so that parsing the next page overlaps with the caller's work too.
    private static Task<bool> Next<T>(IAsyncEnumerator<T> pages) => Task.Run(async () => await pages.MoveNextAsync());

    private sealed class HeldWaits(IWaitObserver caller, TimeProvider time) : IWaitObserver
    {
        private readonly Lock _gate = new();
        private (DateTimeOffset Until, string Reason)? _held;
        private bool _callerWaits = true;

        public Task WaitingAsync(DateTimeOffset until, string reason, CancellationToken cancellationToken)
        {
            lock (_gate)
            {
                if (!_callerWaits)
                {
                    _held = (until, reason);
                    return Task.CompletedTask;
                }
            }

            return caller.WaitingAsync(until, reason, cancellationToken);
        }

        public void CallerWorks()
        {
            lock (_gate)
            {
                _callerWaits = false;
            }
        }

        public async Task CallerWaitsAsync(CancellationToken cancellationToken)
        {
            (DateTimeOffset Until, string Reason)? held;
            lock (_gate)
            {
                held = _held;
                _held = null;
                _callerWaits = held is null;
            }

            if (held is not { } wait)
            {
                return;
            }

            if (wait.Until > time.GetUtcNow())
            {
                await caller.WaitingAsync(wait.Until, wait.Reason, cancellationToken);
            }

            // Once more: another wait may have begun while this one was told.
            await CallerWaitsAsync(cancellationToken);
        }
    }
}
