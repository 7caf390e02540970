using AmazonIn.Portal.Verbs;
using Microsoft.Extensions.Configuration;

namespace AmazonIn.Tests.Portal.Verbs;

/// <summary>Runs a verb as the command line does, and keeps what it wrote.</summary>
internal static class VerbRun
{
    public static async Task<(int Code, string Output, string Error)> OfAsync(
        string[] line,
        string? dataDirectory = null,
        string input = "",
        IReadOnlyDictionary<string, string?>? configuration = null)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var reader = new StringReader(input);
        var console = new VerbConsole(reader, output, error, builder => builder.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Data:Directory"] = dataDirectory,
                ["Privacy:AcceptFileKey"] = "true",
            }).AddInMemoryCollection(configuration));
        Assert.True(VerbLine.IsVerb(line));
        var code = await VerbLine.RunAsync(line, console, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
