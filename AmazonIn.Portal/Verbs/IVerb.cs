namespace AmazonIn.Portal.Verbs;

/// <summary>One thing that the portal's program does instead of serving the portal.</summary>
internal interface IVerb
{
    /// <summary>One word, or two: <c>user create</c>.</summary>
    string Name { get; }

    /// <summary>The options, as usage shows them.</summary>
    string Options { get; }

    /// <summary>What it does, in a few words.</summary>
    string Summary { get; }

    /// <returns>The exit code.</returns>
    /// <exception cref="WrongUsageException">An option is missing, unknown or makes no sense.</exception>
    Task<int> RunAsync(VerbArguments arguments, VerbConsole console, CancellationToken cancellationToken);
}
