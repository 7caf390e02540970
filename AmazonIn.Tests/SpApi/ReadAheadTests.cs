using System.Runtime.CompilerServices;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Http;
using AmazonIn.Tests.SpApi.TestKit;
using Microsoft.Extensions.Time.Testing;

namespace AmazonIn.Tests.SpApi;

public sealed class ReadAheadTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 9, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_wait_that_begins_while_the_caller_works_is_told_when_the_caller_asks_on()
    {
        var waits = new RecordingWaits();
        var began = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        await using var pages = ReadAhead.OneAsync(
            (held, stop) => Two(held, began, release, stop), waits, _time, TestContext.Current.CancellationToken)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);

        Assert.True(await pages.MoveNextAsync());
        await began.Task.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Empty(waits.Waits);

        var second = pages.MoveNextAsync();
        Assert.Equal("refills", Assert.Single(waits.Waits).Reason);
        release.SetResult();
        Assert.True(await second);
        Assert.False(await pages.MoveNextAsync());
    }

    [Fact]
    public async Task A_failure_of_the_page_ahead_comes_after_the_page_before_it()
    {
        List<int> seen = [];

        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var page in ReadAhead.OneAsync((_, stop) => Failing(stop), NoWaits.Instance, _time, TestContext.Current.CancellationToken))
            {
                seen.Add(page);
            }
        });

        Assert.Equal([1], seen);
    }

    [Fact]
    public async Task A_caller_who_stops_early_ends_the_page_on_its_way()
    {
        var stopped = new TaskCompletionSource();

        await foreach (var _ in ReadAhead.OneAsync((_, stop) => Hanging(stopped, stop), NoWaits.Instance, _time, TestContext.Current.CancellationToken))
        {
            break;
        }

        Assert.True(stopped.Task.IsCompleted);
    }

    private async IAsyncEnumerable<int> Two(
        IWaitObserver waits,
        TaskCompletionSource began,
        TaskCompletionSource release,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return 1;
        await waits.WaitingAsync(_time.GetUtcNow().AddMinutes(3), "refills", cancellationToken);
        began.SetResult();
        await release.Task.WaitAsync(cancellationToken);
        yield return 2;
    }

    private static async IAsyncEnumerable<int> Failing([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return 1;
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        throw new InvalidOperationException("page 2");
    }

    private static async IAsyncEnumerable<int> Hanging(
        TaskCompletionSource stopped,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return 1;
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }
        finally
        {
            stopped.SetResult();
        }

        yield return 2;
    }
}
