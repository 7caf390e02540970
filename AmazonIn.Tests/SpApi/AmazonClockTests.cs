using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Tests.SpApi.TestKit;

namespace AmazonIn.Tests.SpApi;

/// <summary>This machine's clock against the hour in Amazon's answers (security.md I-03).</summary>
[Trait("Row", "F-01")]
public sealed class AmazonClockTests : IDisposable
{
    private readonly SpApiRig _rig = new();

    private IAmazonClock Clock => _rig.Get<IAmazonClock>();

    // An answer says when it was made, in whole seconds; 12:00:00 may be said until 12:00:01.
    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(1, -1, false)]
    [InlineData(-1, 0, false)]
    [InlineData(30, -30, false)]
    [InlineData(31, -31, true)]
    [InlineData(-31, 30, false)]
    [InlineData(-32, 31, true)]
    [InlineData(-7200, 7199, true)]
    public async Task It_is_off_when_more_than_thirty_seconds_cannot_be_otherwise(int theirs, int ahead, bool off)
    {
        Assert.Null(Clock.Ahead);

        await AskAsync(_rig.Time.GetUtcNow().AddSeconds(theirs));

        Assert.Equal((TimeSpan.FromSeconds(ahead), off), (Clock.Ahead, Clock.IsOff));
    }

    [Fact]
    public async Task An_answer_without_an_hour_changes_nothing_and_the_next_right_one_mends_it()
    {
        await AskAsync(_rig.Time.GetUtcNow().AddHours(1));
        await AskAsync(null);
        Assert.True(Clock.IsOff);

        await AskAsync(_rig.Time.GetUtcNow());

        Assert.False(Clock.IsOff);
    }

    [Fact]
    public async Task What_an_answer_takes_on_its_way_is_no_difference()
    {
        _rig.Amazon.AnswerWith(_ =>
        {
            var answer = ScriptedAmazon.Json(AnOrder.Page(0, 1));
            answer.Headers.Date = _rig.Time.GetUtcNow();
            _rig.Time.Advance(TimeSpan.FromSeconds(20));
            return answer;
        });

        await ReadAsync();

        Assert.Equal(TimeSpan.Zero, Clock.Ahead);
    }

    public void Dispose() => _rig.Dispose();

    private async Task AskAsync(DateTimeOffset? date)
    {
        _rig.Amazon.AnswerWith(_ =>
        {
            var answer = ScriptedAmazon.Json(AnOrder.Page(0, 1));
            answer.Headers.Date = date;
            return answer;
        });
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        var window = new OrderWindow(_rig.Time.GetUtcNow().AddDays(-1), null);
        await foreach (var _ in _rig.Orders.ReadAsync(
            SpApiRig.Channel, window, null, _rig.Waits, TestContext.Current.CancellationToken))
        {
        }
    }
}
