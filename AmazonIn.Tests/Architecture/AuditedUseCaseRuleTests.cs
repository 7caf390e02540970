using System.Text.RegularExpressions;
using AmazonIn.Tests.TestKit;

namespace AmazonIn.Tests.Architecture;

/// <summary>A use case that checks a permission records the refusal: it asks the trail, not the actor alone.</summary>
[Trait("Row", "A1")]
public sealed partial class AuditedUseCaseRuleTests
{
    /// <summary>One reads only, and refuses with the step that it explains; the other replaces the trail itself.</summary>
    private static readonly string[] _unrecorded = ["PreviewOrderStep.cs", "RestorePortal.cs"];

    [Fact]
    public void Every_permission_check_of_a_use_case_is_recorded()
    {
        var silent = Sources()
            .Where(file => UnrecordedCheck().IsMatch(File.ReadAllText(file)))
            .Where(file => !_unrecorded.Contains(Path.GetFileName(file)))
            .Select(file => Path.GetFileName(file));

        Assert.Empty(silent);
    }

    [Theory]
    [InlineData("if (actor.Require(Permission.ShipOrders).Error is { } forbidden)", true)]
    [InlineData("if ((await audit.RequireAsync(actor, Permission.ShipOrders, token)).Error is { } forbidden)", false)]
    public void The_rule_tells_them_apart(string line, bool silent) => Assert.Equal(silent, UnrecordedCheck().IsMatch(line));

    private static string[] Sources() => Directory.GetFiles(
        Path.Combine(Repository.Root.FullName, "AmazonIn.Domain", "UseCases"), "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != "AuditedActs.cs")
            .ToArray();

    [GeneratedRegex(@"\bactor\.Require\(", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UnrecordedCheck();
}
