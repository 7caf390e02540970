using AmazonIn.Domain.Ports.Queries;

namespace AmazonIn.Portal.Components.Live;

/// <summary>What can honestly be said of a run that is under way.</summary>
/// <param name="Done">Records dealt with, whatever became of them.</param>
/// <param name="Total">How many there will be, where Amazon tells.</param>
/// <param name="PerMinute">Records a minute as seen lately.</param>
/// <param name="Remaining">Null while there is no total or no pace, and while the run waits.</param>
internal sealed record RunProgress(int Done, int? Total, double? PerMinute, TimeSpan? Remaining)
{
    /// <summary>Between 0 and 100; null where the total is not known.</summary>
    public int? Percent => Total is > 0 ? (int)Math.Clamp(100.0 * Done / Total.Value, 0, 100) : null;

    public static RunProgress Of(RunSummary run, double? perMinute)
    {
        var done = run.Synced + run.NotSynced + run.PassedOver;

        // Amazon's total is a snapshot; a run that saw more than it said has no meaningful one left.
        var total = run.ExpectedTotal is { } expected && expected >= done ? expected : (int?)null;
        var moving = run.WaitingUntil is null && !run.CancelRequested;
        var remaining = moving && total is { } whole && whole > done && perMinute is > 0
            ? TimeSpan.FromMinutes((whole - done) / perMinute.Value)
            : (TimeSpan?)null;
        return new RunProgress(done, total, moving ? perMinute : null, remaining);
    }

    /// <summary><c>about 3 min</c>, <c>under 1 min</c>; null where nothing can be said.</summary>
    public string? Estimate => Remaining is not { } left ? null
        : left < TimeSpan.FromMinutes(1) ? "under 1 min left"
        : left < TimeSpan.FromHours(1) ? $"about {Math.Ceiling(left.TotalMinutes):0} min left"
        : $"about {Math.Floor(left.TotalHours):0} h {left.Minutes} min left";
}
