using AmazonIn.Domain.Ports.Marketplace;

namespace AmazonIn.Infrastructure.SpApi.Http;

/// <summary>Reads the hour from the <c>Date</c> header of Amazon's answers, which is in whole seconds (RFC 9110, 6.6.1).</summary>
internal sealed class AmazonClock : IAmazonClock
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private long _ahead = long.MinValue;

    public TimeSpan? Ahead => Interlocked.Read(ref _ahead) is var ticks and not long.MinValue ? new TimeSpan(ticks) : null;

    /// <param name="answer">What came between the two instants of our clock.</param>
    public void Note(HttpResponseMessage answer, DateTimeOffset sent, DateTimeOffset received)
    {
        if (answer.Headers.Date is not { } theirs)
        {
            return;
        }

        // Said between sending and receiving; only what cannot be so is a difference.
        var ahead = received < theirs ? received - theirs
            : sent > theirs + Second ? sent - (theirs + Second)
            : TimeSpan.Zero;
        Interlocked.Exchange(ref _ahead, ahead.Ticks);
    }
}
