using System.Data.Common;

namespace AmazonIn.Portal.Components.Shared;

/// <summary>Something that went wrong and was logged, in words for the person in front of it.</summary>
/// <param name="What">What could not be done.</param>
/// <param name="Why">Why, as far as it can be said without internals.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="Reference">Finds the log entry.</param>
public sealed record Fault(string What, string Why, string Remedy, string Reference)
{
    private const string TryAgain =
        "Try again. If it keeps happening, give the reference to the person who runs this portal; the details are in its log.";

    /// <summary>All of it in one line.</summary>
    public string Words => $"{What} {Why} {Remedy} Reference {Reference}.";

    /// <summary>Without the remedy, for a message that passes.</summary>
    public string ShortWords => $"{What} {Why} Reference {Reference}.";

    /// <summary>Logs the exception under a new reference.</summary>
    /// <param name="what">A sentence: <c>The orders could not be loaded.</c></param>
    public static Fault Report(ILogger logger, Exception exception, string what)
    {
        var reference = Guid.NewGuid().ToString("N")[..8];
        logger.LogError(exception, "{What} Reference {Reference}", what, reference);
        return new Fault(what, Explain(exception), TryAgain, reference);
    }

    private static string Explain(Exception exception) => exception switch
    {
        TimeoutException => "The answer took too long.",
        DbException => "The portal's database did not answer as expected.",
        IOException => "The portal could not read from its disk or the network.",
        _ => "The portal ran into a fault of its own.",
    };
}
