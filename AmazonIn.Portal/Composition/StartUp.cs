using System.Data.Common;
using AmazonIn.Domain.Ports.Stores;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace AmazonIn.Portal.Composition;

/// <summary>Turns what can go wrong outside the program into one line on standard error and exit code 1.</summary>
internal static class StartUp
{
    public const int Succeeded = 0;
    public const int Failed = 1;
    public const int WrongUsage = 2;

    public static async Task<int> GuardAsync(TextWriter error, Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception exception) when (Explain(exception) is { } line)
        {
            await error.WriteLineAsync(line);
            return Failed;
        }
    }

    /// <summary>The line for a person, or null for a bug, whose stack trace is wanted.</summary>
    private static string? Explain(Exception exception) => exception switch
    {
        ConfigurationProblemException => OneLine(exception.Message),
        OptionsValidationException options => OneLine(options.Failures.First()),
        StorageUnavailableException or KeysUnavailableException => OneLine(exception.Message),
        DbException => OneLine($"The database cannot be used: {exception.Message}"),
        IOException { InnerException: AddressInUseException } => OneLine(
            $"{exception.Message} Stop whatever uses it, or choose another address with “urls”, such as --urls http://localhost:5081."),
        IOException => OneLine(exception.Message),
        UnauthorizedAccessException => OneLine(exception.Message),
        _ => null,
    };

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();
}
