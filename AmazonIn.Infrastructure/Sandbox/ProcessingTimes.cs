namespace AmazonIn.Infrastructure.Sandbox;

/// <summary>
/// When a report or feed leaves the queue and when it is done. A function of the clock: nothing runs meanwhile.
/// </summary>
internal readonly record struct ProcessingTimes(DateTimeOffset Created, TimeSpan Step)
{
    public DateTimeOffset Started => Created + Step;

    public DateTimeOffset Ended => Created + (2 * Step);
}
