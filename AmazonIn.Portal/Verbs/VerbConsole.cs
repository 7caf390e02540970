namespace AmazonIn.Portal.Verbs;

/// <summary>Where a verb reads and writes, and how it is configured.</summary>
/// <param name="Configure">Adds to the usual configuration; for tests.</param>
internal sealed record VerbConsole(
    TextReader In,
    TextWriter Out,
    TextWriter Error,
    Action<IConfigurationBuilder>? Configure = null)
{
    public static VerbConsole System => new(Console.In, Console.Out, Console.Error);
}
