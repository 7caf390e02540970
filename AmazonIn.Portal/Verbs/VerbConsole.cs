using AmazonIn.Domain.Common;
using AmazonIn.Portal.Composition;

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

    /// <summary>The passphrase that <c>--passphrase-stdin</c> announces; null without it.</summary>
    public async Task<string?> ReadPassphraseAsync(VerbArguments arguments, CancellationToken cancellationToken) =>
        arguments.Has("--passphrase-stdin")
            ? await In.ReadLineAsync(cancellationToken) ?? throw new WrongUsageException("Standard input holds no passphrase.")
            : null;

    /// <summary>Writes what was done, or why it was refused, and returns the exit code.</summary>
    public async Task<int> ReportAsync<T>(Result<T> result, Func<T, string> words)
    {
        await (result.Succeeded ? Out : Error).WriteLineAsync(result.Succeeded ? words(result.Value) : result.Error.Message);
        return result.Succeeded ? StartUp.Succeeded : StartUp.Failed;
    }
}
