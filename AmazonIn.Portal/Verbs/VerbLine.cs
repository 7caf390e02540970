using AmazonIn.Portal.Composition;

namespace AmazonIn.Portal.Verbs;

/// <summary>Finds the verb on the command line and runs it.</summary>
internal static class VerbLine
{
    private static readonly IVerb[] Verbs =
    [
        new SandboxVerb(), new MigrateVerb(), new BackupVerb(), new RestoreVerb(), new RotateKeysVerb(), new CreateUserVerb(),
        new ResetFactorVerb(), new CreateApiKeyVerb(), new VerifyAuditVerb(),
    ];

    /// <summary>Whether the line asks for a verb: its first word is one, unlike <c>--urls</c> or <c>key=value</c>.</summary>
    public static bool IsVerb(IReadOnlyList<string> line) =>
        line.Count > 0 && (IsHelp(line[0]) || (line[0] is [not '-' and not '/', ..] && !line[0].Contains('=', StringComparison.Ordinal)));

    public static Task<int> RunAsync(IReadOnlyList<string> line, VerbConsole console, CancellationToken cancellationToken) =>
        StartUp.GuardAsync(console.Error, async () =>
        {
            if (IsHelp(line[0]))
            {
                await console.Out.WriteLineAsync(Usage());
                return StartUp.Succeeded;
            }

            try
            {
                var verb = Verbs.FirstOrDefault(candidate => line.Take(Words(candidate)).SequenceEqual(candidate.Name.Split(' ')))
                    ?? throw new WrongUsageException($"“{string.Join(' ', line.TakeWhile(word => word is [not '-', ..]).Take(2))}” is no verb.");
                return await verb.RunAsync(ArgumentsOf(verb, line), console, cancellationToken);
            }
            catch (WrongUsageException wrong)
            {
                await console.Error.WriteLineAsync(wrong.Message);
                await console.Error.WriteLineAsync(Usage());
                return StartUp.WrongUsage;
            }
        });

    private static VerbArguments ArgumentsOf(IVerb verb, IReadOnlyList<string> line)
    {
        // The usage text is the grammar: "--name N" takes a value, "--flag" does not, and what stands first is a place.
        var parts = verb.Options.Split([' ', '[', ']'], StringSplitOptions.RemoveEmptyEntries);
        var names = parts.Where(part => part.StartsWith("--", StringComparison.Ordinal)).ToList();
        var withValue = names.Where(name =>
            parts.ElementAtOrDefault(Array.IndexOf(parts, name) + 1) is { } next && !next.StartsWith("--", StringComparison.Ordinal)).ToList();
        var places = parts.TakeWhile(part => !part.StartsWith("--", StringComparison.Ordinal)).ToList();
        return new VerbArguments([.. line.Skip(Words(verb))], places, withValue, [.. names.Except(withValue)]);
    }

    private static int Words(IVerb verb) => verb.Name.Split(' ').Length;

    private static bool IsHelp(string word) => word is "--help" or "-h" or "-?" or "help";

    private static string Usage() => string.Join(Environment.NewLine, Verbs
        .SelectMany(verb => new[] { $"  {verb.Name} {verb.Options}".TrimEnd(), $"      {verb.Summary}" })
        .Prepend("Without a verb the portal starts. Verbs:"));
}
