using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Logging.Console;

namespace AmazonIn.Portal.Composition;

/// <summary>
/// How the log looks unless the operator says otherwise: plain for the person who develops, JSON elsewhere, which writes line
/// breaks as <c>\n</c>, so that no text from outside can pass for a line of its own (security.md L-04).
/// </summary>
internal static class ConsoleLines
{
    private const string Section = "Logging:Console:";
    private const string Options = Section + "FormatterOptions:";

    public static void AddConsoleLines(this WebApplicationBuilder builder)
    {
        var plain = builder.Environment.IsDevelopment();

        // The first source counts least.
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData = new Dictionary<string, string?>
            {
                [Section + nameof(ConsoleLoggerOptions.FormatterName)] =
                    plain ? ConsoleFormatterNames.Simple : ConsoleFormatterNames.Json,
                [Options + nameof(SimpleConsoleFormatterOptions.SingleLine)] = "true",
                [Options + nameof(ConsoleFormatterOptions.UseUtcTimestamp)] = "true",
                [Options + nameof(ConsoleFormatterOptions.TimestampFormat)] =
                    plain ? "yyyy-MM-dd HH:mm:ss'Z' " : "yyyy-MM-dd'T'HH:mm:ss.fff'Z'",
            },
        });
    }
}
