using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Infrastructure.Identity;
using AmazonIn.Tests.TestKit;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Portal.Verbs;

/// <summary>Administration without a browser, against a database of its own.</summary>
public sealed class AdministrationVerbTests : IDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("amazonin-verbs-");

    public void Dispose() => data.Delete(recursive: true);

    [Fact]
    public async Task Migrate_makes_the_databases_and_may_be_called_again()
    {
        var first = await RunAsync("migrate");
        var second = await RunAsync("migrate");

        Assert.Equal((0, string.Empty), (first.Code, first.Error));
        Assert.Equal((0, string.Empty), (second.Code, second.Error));
        Assert.True(File.Exists(Path.Combine(data.FullName, "amazonin.db")));
        Assert.True(File.Exists(Path.Combine(data.FullName, "keys.db")));
    }

    [Fact]
    [Trait("Row", "A1")]
    public async Task A_person_is_added_with_a_password_that_nobody_chose()
    {
        var (code, output, error) = await RunAsync("user", "create", "--email", "ravi@example.com", "--role", "Manager");
        var (again, _, taken) = await RunAsync("user", "create", "--email", "RAVI@example.com", "--role", "Viewer");

        Assert.Equal((0, string.Empty), (code, error));
        Assert.Contains("ravi@example.com may sign in as Manager.", output, StringComparison.Ordinal);
        Assert.Matches("(?m)^Password: .{24}\r?$", output);
        Assert.Equal(1, again);
        Assert.Equal("Somebody has this e-mail address already.", taken.Trim());
    }

    [Fact]
    public async Task A_password_on_standard_input_is_not_printed()
    {
        var (code, output, error) = await RunAsync(
            PortalFactory.Password + "\n", "user", "create", "--email", "ravi@example.com", "--role", "Manager", "--password-stdin");

        Assert.Equal((0, string.Empty), (code, error));
        Assert.DoesNotContain("Password", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_weak_password_is_refused_with_its_rule_and_without_itself()
    {
        var (code, output, error) = await RunAsync(
            "hunter2\n", "user", "create", "--email", "ravi@example.com", "--role", "Manager", "--password-stdin");

        Assert.Equal((1, string.Empty), (code, output));
        Assert.Contains("12", error, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Fact]
    [Trait("Row", "A1")]
    public async Task A_lost_second_factor_is_taken_off_and_recorded()
    {
        await RunAsync("user", "create", "--email", "ravi@example.com", "--role", "Manager");
        var none = await RunAsync("user", "reset-factor", "--email", "ravi@example.com");
        await using (var portal = await PortalFactory.StartAsync(sharedData: data.FullName))
        {
            await using var scope = portal.Services.CreateAsyncScope();
            var people = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
            await people.SetTwoFactorEnabledAsync((await people.FindByEmailAsync("ravi@example.com"))!, true);
        }

        var done = await RunAsync("user", "reset-factor", "--email", "RAVI@example.com");
        var nobody = await RunAsync("user", "reset-factor", "--email", "uma@example.com");

        Assert.Equal("ravi@example.com has no second factor; nothing was changed.", none.Output.Trim());
        Assert.StartsWith("ravi@example.com has no second factor now.", done.Output, StringComparison.Ordinal);
        Assert.Equal((1, "Nobody has this e-mail address."), (nobody.Code, nobody.Error.Trim()));
        await using var after = await PortalFactory.StartAsync(sharedData: data.FullName);
        Assert.False(Assert.Single(await after.Services.GetRequiredService<IUserAccounts>().ListAsync(TestContext.Current.CancellationToken)).SecondFactor);
        var records = await after.Services.GetRequiredService<IAuditQueries>().ListAsync(
            new AuditFilter(Action: AuditAction.ResetSecondFactor), new PageRequest(), TestContext.Current.CancellationToken);
        Assert.Equal("verb", Assert.Single(records.Items).Origin);
    }

    [Fact]
    [Trait("Row", "A4")]
    public async Task A_key_is_printed_once_alone_on_its_line()
    {
        var (code, output, error) = await RunAsync("api-key", "create", "--name", "Books", "--scopes", "orders:read, sync:read");

        Assert.Equal((0, string.Empty), (code, error));
        Assert.StartsWith("ain_", output, StringComparison.Ordinal);
        Assert.Single(output.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("orders:everything", "365", "A scope is not known.")]
    [InlineData(",", "365", "Choose at least one scope for the key.")]
    [InlineData("orders:read", "366", "A key lasts at least one day and at most 365.")]
    [InlineData("orders:read", "0", "A key lasts at least one day and at most 365.")]
    public async Task A_key_that_may_not_be_is_refused_with_one_line(string scopes, string days, string line)
    {
        var (code, output, error) = await RunAsync("api-key", "create", "--name", "Books", "--scopes", scopes, "--days", days);

        Assert.Equal((1, string.Empty), (code, output));
        Assert.StartsWith(line, error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("Database:Provider", "Oracle", "Database:Provider must be Sqlite or SqlServer.")]
    [InlineData("Sync:Interval", "often", "Sync:Interval must be a time span")]
    public async Task A_wrong_configuration_stops_a_verb_with_one_line(string key, string value, string line)
    {
        var (code, output, error) = await VerbRun.OfAsync(
            ["migrate"], data.FullName, configuration: new Dictionary<string, string?> { [key] = value });

        Assert.Equal((1, string.Empty), (code, output));
        Assert.StartsWith(line, error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    private Task<(int Code, string Output, string Error)> RunAsync(params string[] line) => VerbRun.OfAsync(
        line[0] is "migrate" or "user" or "api-key" ? line : line[1..], data.FullName, line[0] is "migrate" or "user" or "api-key" ? string.Empty : line[0]);
}
