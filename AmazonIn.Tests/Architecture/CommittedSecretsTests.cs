using System.Text.RegularExpressions;
using AmazonIn.Tests.TestKit;

namespace AmazonIn.Tests.Architecture;

/// <summary>
/// No file of the repository holds a secret (security.md D-36). Real ones are told by their length: those of the demo
/// marketplace and of tests are short words, such as <c>Atzr|demo-in</c>.
/// </summary>
[Trait("Row", "D-36")]
public sealed partial class CommittedSecretsTests
{
    /// <summary>What .gitignore leaves out, and git's own.</summary>
    private static readonly string[] _unpublished = [".git", ".idea", ".vs", "TestResults", "artifacts", "bin", "data", "obj"];

    [Fact]
    public void No_file_of_the_repository_holds_a_secret()
    {
        var files = Published(Repository.Root).ToList();

        Assert.Contains(files, file => file.Name == "DemoIdentity.cs");
        Assert.Contains(files, file => file.Name == "appsettings.json");
        Assert.DoesNotContain(files, file => Secret().IsMatch(File.ReadAllText(file.FullName)));
    }

    [Fact]
    public void Every_kind_of_secret_would_be_found()
    {
        // Put together here, so that this very file holds none.
        string[] secrets =
        [
            "-----BEGIN " + "PRIVATE KEY-----",
            "-----BEGIN " + "EC PRIVATE KEY-----",
            "AKIA" + new string('X', 16),
            "Atzr|" + new string('x', 80),
            "Atza|" + new string('x', 80),
            "amzn1.application-oa2-client." + new string('0', 32),
            "amzn1.oa2-cs.v1." + new string('0', 64),
            "ain_" + new string('x', 49),
            "whsec_" + new string('x', 43) + "=",
            "ghp_" + new string('x', 36),
        ];

        Assert.All(secrets, secret => Assert.Matches(Secret(), $"key = \"{secret}\";"));
    }

    [Theory]
    [InlineData("Atzr|demo-in")]
    [InlineData("amzn1.application-oa2-client.demo")]
    [InlineData("amzn1.oa2-cs.v1.canary-client-secret")]
    [InlineData("public void Keys_remain_in_their_own_database_and_are_never_written_to_the_main_one()")]
    public void What_opens_nothing_real_is_let_be(string text) => Assert.DoesNotMatch(Secret(), text);

    private static IEnumerable<FileInfo> Published(DirectoryInfo folder) => folder.EnumerateFiles()
        .Concat(folder.EnumerateDirectories().Where(inner => !_unpublished.Contains(inner.Name)).SelectMany(Published));

    [GeneratedRegex(
        """
        -----BEGIN\ [A-Z ]*PRIVATE\ KEY-----
        | \b(?:AKIA|ASIA)[0-9A-Z]{16}\b
        | Atz[ar]\|[\w-]{40}
        | amzn1\.application-oa2-client\.[0-9a-f]{32}
        | amzn1\.oa2-cs\.v1\.[0-9a-f]{64}
        | \bain_[0-9A-Za-z]{49}\b
        | whsec_[0-9A-Za-z+/]{32}
        | \bgh[pousr]_[0-9A-Za-z]{36}
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 30_000)]
    private static partial Regex Secret();
}
