using System.Net;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Security;
using AmazonIn.Portal.Features.Security;
using AmazonIn.Tests.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Portal.Accounts;

/// <summary>The quarterly review over the real database (security.md D-08), and what it hands out.</summary>
[Trait("Row", "A1")]
public sealed class AccessReviewTests : IAsyncLifetime
{
    private static readonly Actor Owner = new("user:1", "Asha", Role.Administrator.Permissions);

    private PortalFactory portal = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        portal = await PortalFactory.StartAsync();
        await portal.SetUpAsync();
        await portal.AddUserAsync("ravi@example.com", Role.Viewer);
        using var key = await portal.ApiClientAsync("orders:read");
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Only_the_whole_list_can_be_signed_and_it_is_kept()
    {
        var lines = await portal.Services.GetRequiredService<AccessRegister>().ListAsync(Token);
        var ids = lines.Select(line => line.Id).ToHashSet(StringComparer.Ordinal);

        var part = await SignAsync(Owner, ids.Where(id => id != "key:1").ToHashSet(StringComparer.Ordinal));
        var viewer = await SignAsync(new Actor("user:2", "Ravi", Role.Viewer.Permissions), ids);
        var whole = await SignAsync(Owner, ids);

        Assert.Equal("review.incomplete", part.Error?.Code);
        Assert.Equal(ErrorKind.Forbidden, viewer.Error?.Kind);
        Assert.True(whole.Succeeded);
        var kept = await portal.Services.GetRequiredService<IAccessReviews>().FindLastAsync(Token);
        Assert.Equal(("user:1", 2, 1), (kept?.ActorId, kept?.People ?? 0, kept?.Keys ?? 0));
    }

    [Fact]
    public async Task The_list_goes_out_to_administrators_only()
    {
        using var administrator = await portal.LoginAsync();
        using var viewer = await portal.LoginAsync("ravi@example.com");

        var text = await administrator.GetStringAsync(new Uri(AccessExportEndpoint.Path, UriKind.Relative), Token);
        using var refused = await viewer.GetAsync(new Uri(AccessExportEndpoint.Path, UriKind.Relative), Token);

        var rows = Csv.Read(text.TrimStart('\uFEFF')).ToList();
        Assert.Equal(["Id", "user:2", "user:1", "key:1"], rows.Select(row => row.Fields[0]));
        Assert.All(rows, row => Assert.Equal(9, row.Fields.Count));
        Assert.Equal(HttpStatusCode.Found, refused.StatusCode);
    }

    [Fact]
    public async Task Lists_are_not_carried_away_without_end()
    {
        using var administrator = await portal.LoginAsync();
        var answers = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 31; attempt++)
        {
            using var answer = await administrator.GetAsync(new Uri(AccessExportEndpoint.Path, UriKind.Relative), Token);
            answers.Add(answer.StatusCode);
        }

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.OK, 30), HttpStatusCode.TooManyRequests], answers);
    }

    [Fact]
    public async Task A_training_and_the_secrets_date_are_kept_and_no_day_in_the_future_is()
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        await using var scope = portal.Services.CreateAsyncScope();
        var trainings = scope.ServiceProvider.GetRequiredService<RecordTraining>();

        var future = await trainings.RunAsync(Owner, 2, today.AddDays(2), Token);
        var recorded = await trainings.RunAsync(Owner, 2, today, Token);
        var secret = await scope.ServiceProvider.GetRequiredService<RecordClientSecret>().RunAsync(Owner, today.AddDays(-7), Token);

        Assert.Equal("security.date", future.Error?.Code);
        Assert.True(recorded.Succeeded && secret.Succeeded);
        Assert.Equal(today, (await portal.Services.GetRequiredService<IUserAccounts>().FindAsync(2, Token))?.TrainedOn);
        var organisation = await portal.Services.GetRequiredService<IOrganisationStore>().FindAsync(Token);
        Assert.Equal(today.AddDays(-7), organisation?.ClientSecretIssuedOn);
    }

    private async Task<Result> SignAsync(Actor actor, HashSet<string> ids)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SignAccessReview>().RunAsync(actor, ids, Token);
    }
}
