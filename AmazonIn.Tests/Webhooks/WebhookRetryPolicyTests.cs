using AmazonIn.Domain.Webhooks;

namespace AmazonIn.Tests.Webhooks;

[Trait("Row", "W-04")]
public sealed class WebhookRetryPolicyTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Ten_attempts_are_made_over_three_days_and_a_bit()
    {
        var pauses = Enumerable.Range(1, 9)
            .Select(attempts => WebhookRetryPolicy.NextAfter(attempts, null, jitter: 0, Now)!.Value - Now)
            .ToList();

        Assert.Equal(
            ["00:00:05", "00:05:00", "00:30:00", "02:00:00", "05:00:00", "10:00:00", "14:00:00", "20:00:00", "1.00:00:00"],
            pauses.Select(pause => pause.ToString("c")));
        Assert.Null(WebhookRetryPolicy.NextAfter(10, null, jitter: 0, Now));
        Assert.InRange(pauses.Aggregate(TimeSpan.Zero, (sum, pause) => sum + pause), TimeSpan.FromHours(75), TimeSpan.FromHours(76));
    }

    [Theory]
    [InlineData(1, 300, 300)]
    [InlineData(3, 10, 1800)]
    [InlineData(1, 999999, 86400)]
    [InlineData(1, -10, 5)]
    public void Receiver_may_ask_for_more_time_up_to_a_day_but_not_for_less(int attempts, int asked, int waits) =>
        Assert.Equal(
            Now.AddSeconds(waits),
            WebhookRetryPolicy.NextAfter(attempts, TimeSpan.FromSeconds(asked), jitter: 0, Now));

    [Fact]
    public void Chance_makes_a_pause_up_to_a_tenth_longer() =>
        Assert.Equal(Now.AddMinutes(33), WebhookRetryPolicy.NextAfter(3, null, jitter: 1, Now));
}
