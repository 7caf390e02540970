using System.Text.Json;
using AmazonIn.Tests.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace AmazonIn.Tests.Portal.Endpoints;

/// <summary>What the console's own formatter makes of an event.</summary>
[Trait("Row", "L-04")]
public sealed class ConsoleLinesTests
{
    private const string Forged = "Order 17\r\n2026-11-24 10:00:00Z info: Sign-in of administrator\u2028\u0085done";

    [Fact]
    public async Task In_production_no_text_can_forge_a_line()
    {
        await using var portal = await PortalFactory.StartAsync(environment: "Production");

        var written = Write(portal, Forged, new InvalidOperationException("first\nsecond"));

        Assert.EndsWith("}" + Environment.NewLine, written, StringComparison.Ordinal);
        Assert.DoesNotContain(written.TrimEnd(), character => char.IsControl(character) || character == '\u2028');
        using var line = JsonDocument.Parse(written);
        Assert.Equal(Forged, line.RootElement.GetProperty("Message").GetString());
        Assert.Matches("^[0-9-]{10}T[0-9:.]{12}Z$", line.RootElement.GetProperty("Timestamp").GetString());
        Assert.Contains("first\nsecond", line.RootElement.GetProperty("Exception").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Development", null)]
    [InlineData("Production", ConsoleFormatterNames.Simple)]
    public async Task In_development_and_where_the_operator_says_so_lines_are_plain(string environment, string? asked)
    {
        await using var portal = await PortalFactory.StartAsync(
            asked is null ? null : new Dictionary<string, string?> { ["Logging:Console:FormatterName"] = asked }, environment);

        var written = Write(portal, "Ready", null);

        Assert.Contains("info: Portal[0] Ready", written, StringComparison.Ordinal);
        Assert.Single(written.TrimEnd().Split('\n'));
    }

    private static string Write(PortalFactory portal, string text, Exception? exception)
    {
        var name = portal.Services.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value.FormatterName;
        var formatter = portal.Services.GetServices<ConsoleFormatter>().Single(candidate => candidate.Name == name);
        using var console = new StringWriter();
        formatter.Write(
            new LogEntry<string>(LogLevel.Information, "Portal", 0, text, exception, (state, _) => state), null, console);
        return console.ToString();
    }
}
