using AmazonIn.Portal.Verbs;

namespace AmazonIn.Tests.Portal.Verbs;

public sealed class UsageTests
{
    [Theory]
    [InlineData("--urls=http://localhost:1")]
    [InlineData("--urls", "http://localhost:1")]
    [InlineData("Sandbox:Enabled=false")]
    [InlineData]
    public void Options_alone_start_the_portal(params string[] line) => Assert.False(VerbLine.IsVerb(line));

    [Theory]
    [InlineData("backup")]
    [InlineData("backup", "one", "two")]
    [InlineData("backup", "--passphrase-stdin")]
    [InlineData("backup", "one", "--passphrase-stdin")]
    [InlineData("restore")]
    [InlineData("restore", "one", "--force")]
    [InlineData("rotate-keys", "now")]
    [InlineData("user")]
    [InlineData("user", "delete")]
    [InlineData("nonsense")]
    [InlineData("migrate", "--now")]
    [InlineData("migrate", "now")]
    [InlineData("user", "create")]
    [InlineData("user", "create", "--email", "a@example.com")]
    [InlineData("user", "create", "--email", "a@example.com", "--role", "Emperor")]
    [InlineData("user", "create", "--email", "--role", "Viewer")]
    [InlineData("user", "create", "--email", "a@example.com", "--email", "b@example.com", "--role", "Viewer")]
    [InlineData("api-key", "create", "--name", "n")]
    [InlineData("api-key", "create", "--name", "n", "--scopes", "orders:read", "--days", "many")]
    [InlineData("sandbox", "--quotas", "perhaps")]
    [InlineData("sandbox", "--orders", "many")]
    public async Task Wrong_usage_exits_with_2_and_says_how_it_is_used(params string[] line)
    {
        var (code, output, error) = await VerbRun.OfAsync(line);

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains("user create --email E --role R [--name N] [--password-stdin]", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_is_no_mistake()
    {
        var (code, output, error) = await VerbRun.OfAsync(["--help"]);

        Assert.Equal(0, code);
        Assert.Empty(error);
        foreach (var verb in new[] { "sandbox", "migrate", "backup PATH", "restore PATH", "rotate-keys", "user create", "api-key create" })
        {
            Assert.Contains(verb, output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_sandbox_serves_until_it_is_stopped()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var output = new ListeningWriter(stop);
        var console = new VerbConsole(TextReader.Null, output, TextWriter.Null);

        var code = await VerbLine.RunAsync(["sandbox", "--urls", "http://127.0.0.1:0", "--orders", "5", "--listings", "5", "--quotas", "off"], console, stop.Token);

        Assert.Equal(0, code);
        Assert.Matches(@"Demo marketplace   http://127\.0\.0\.1:\d+", output.ToString());
        Assert.Contains("A1DEMOSELLERIN", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--urls", "http://0.0.0.0:0", "Sandbox:Url must name a loopback host")]
    [InlineData("--orders", "-5", "Sandbox:Orders must be a whole number from 0 to 2000000, but is “-5”.")]
    [InlineData("--orders-file", "/nowhere/orders.txt", "Sandbox:OrdersFile names")]
    public async Task The_sandbox_refuses_what_it_cannot_serve_with_one_line(string option, string value, string line)
    {
        var (code, output, error) = await VerbRun.OfAsync(["sandbox", option, value]);

        Assert.Equal(1, code);
        Assert.Empty(output);
        Assert.StartsWith(line, error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    /// <summary>Stops the verb once it has said everything.</summary>
    private sealed class ListeningWriter(CancellationTokenSource stop) : StringWriter
    {
        public override async Task WriteLineAsync(string? value)
        {
            await base.WriteLineAsync(value);
            if (value?.StartsWith("Seller", StringComparison.Ordinal) == true)
            {
                await stop.CancelAsync();
            }
        }
    }
}
