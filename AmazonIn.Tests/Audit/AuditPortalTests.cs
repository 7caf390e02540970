using System.Net;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Sync;
using AmazonIn.Infrastructure.Audit;
using AmazonIn.Tests.Portal.Verbs;
using AmazonIn.Tests.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Audit;

/// <summary>The trail from outside: page, download, verb, and what a stop leaves behind.</summary>
[Trait("Row", "A1")]
public sealed class AuditPortalTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_auditor_sees_and_downloads_the_trail_without_formulas_and_leaves_a_record()
    {
        await using var portal = await PortalFactory.StartAsync();
        await portal.SetUpAsync();
        await portal.AddUserAsync("auditor@example.com", Role.Auditor);
        var trail = portal.Services.GetRequiredService<IAuditTrail>();
        await trail.RecordAsync(
            new AuditEntry(Actor.System, AuditAction.RenameChannel, AuditOutcome.Done, "channel:1", "=HYPERLINK(\"http://evil\")") { Reason = "@SUM(1)" },
            Token);
        using var browser = await portal.LoginAsync("auditor@example.com");

        using var page = await browser.GetAsync(new Uri("/audit", UriKind.Relative), Token);
        using var file = await browser.GetAsync(new Uri("/audit/export?action=channel.rename", UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("text/csv", file.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("audit-trail-", file.Content.Headers.ContentDisposition?.FileName, StringComparison.Ordinal);
        var lines = (await file.Content.ReadAsStringAsync(Token)).TrimEnd().Split("\r\n");
        Assert.Equal(2, lines.Length);
        Assert.Contains("\"'=HYPERLINK(\"\"http://evil\"\")\",\"'@SUM(1)\"", lines[1], StringComparison.Ordinal);
        var head = (await portal.Services.GetRequiredService<IAuditArchive>().FindHeadAsync(Token))!;
        Assert.Equal((AuditAction.ExportTrail, "127.0.0.1"), (head.Action, head.Origin));
    }

    [Fact]
    public async Task The_verb_says_in_one_line_whether_the_trail_is_whole()
    {
        var data = Directory.CreateTempSubdirectory("amazonin-audit-");
        try
        {
            await VerbRun.OfAsync(["user", "create", "--email", "ravi@example.com", "--role", "Manager"], data.FullName);
            await VerbRun.OfAsync(["api-key", "create", "--name", "Books", "--scopes", "orders:read"], data.FullName);

            var (whole, output, nothing) = await VerbRun.OfAsync(["audit", "verify"], data.FullName);
            await TamperAsync(data.FullName, "DELETE FROM AuditRecords WHERE Sequence > 2");
            var (broken, silence, error) = await VerbRun.OfAsync(["audit", "verify"], data.FullName);

            Assert.Equal((0, string.Empty), (whole, nothing));
            Assert.StartsWith("The audit trail is whole: 4 records", output, StringComparison.Ordinal);
            Assert.Single(output.TrimEnd().Split('\n'));
            Assert.Equal((1, string.Empty), (broken, silence));
            Assert.Contains("The end of the trail is gone", error, StringComparison.Ordinal);
            Assert.Single(error.TrimEnd().Split('\n'));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            data.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task An_orderly_stop_anchors_the_head()
    {
        var data = Directory.CreateTempSubdirectory("amazonin-audit-");
        try
        {
            long head;
            await using (var portal = await PortalFactory.StartAsync(sharedData: data.FullName))
            {
                await portal.SetUpAsync();
                head = (await portal.Services.GetRequiredService<IAuditArchive>().FindHeadAsync(Token))!.Sequence;
            }

            var lines = await File.ReadAllLinesAsync(Path.Combine(data.FullName, AuditAnchorFile.FileName), Token);
            Assert.Equal(head.ToString(System.Globalization.CultureInfo.InvariantCulture), lines[^1].Split(' ')[1]);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    [Fact]
    [Trait("Row", "X4")]
    public async Task Nothing_personal_of_buyers_and_no_secret_is_in_the_trail_after_a_whole_sync()
    {
        await using var portal = await PortalFactory.StartAsync();
        await portal.SetUpAsync();
        var channel = await portal.ConnectDemoAsync();
        await portal.WaitForModuleAsync(channel, SyncModule.Items);
        await portal.WaitForModuleAsync(channel, SyncModule.Orders);
        using var browser = await portal.LoginAsync();
        var archive = portal.Services.GetRequiredService<IAuditArchive>();
        var text = string.Join('\n', await archive.ReadAsync(long.MinValue, 1000, Token));
        var secrets = new[] { PortalFactory.Password, PortalFactory.AdministratorEmail, AmazonIn.Portal.Composition.DemoIdentity.RefreshToken };

        Assert.Contains(AuditAction.ConnectChannel, text, StringComparison.Ordinal);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        Assert.All(text.Split('\n'), line => Assert.False(AuditText.LooksPersonal(Words(line)), line));
        Assert.True(AuditText.LooksPersonal(text + " 9876543210"), "the control is found");
    }

    // Times, addresses and hashes are digits by nature.
    private static string Words(string line) =>
        line[(line.IndexOf("Action = ", StringComparison.Ordinal))..line.IndexOf("Version = ", StringComparison.Ordinal)];

    private static async Task TamperAsync(string directory, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(directory, "amazonin.db")};Pooling=False");
        await connection.OpenAsync(Token);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Token);
    }
}
