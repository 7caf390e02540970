using System.Globalization;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Accounts;
using AmazonIn.Tests.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AmazonIn.Tests.EndToEnd;

/// <summary>A person reveals a buyer's contact in a browser, and another may not.</summary>
[Trait("Row", "X1")]
public sealed class RevealWalkTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Recipient = $"{ACanary.Mark}-recipient";
    private const string Reason = "The buyer asked about this order";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_contact_is_shown_for_a_reason_and_hidden_again_in_every_way()
    {
        await using var shop = await OpenAsync();
        var path = await OrderPathAsync(shop);
        await using var window = await browser.OpenAsync(shop.Portal.Address);
        await window.Page.AddInitScriptAsync(KeepSockets);
        await window.SignInAsync();

        await IsNotPrerenderedAsync(window, path);
        await RevealAsync(window, path, checkAccess: true);
        await window.PhotographAsync("revealed");
        await Button(Card(window), "Hide now").ClickAsync();
        await IsConcealedAsync(window);

        await RevealAsync(window, path);
        Assert.DoesNotContain(ACanary.Mark, await LookAwayAsync(window), StringComparison.Ordinal);
        await IsConcealedAsync(window);

        await RevealAsync(window, path);
        await window.OpenPageAsync("/audit");
        await Expect(window.Page.GetByText(Reason).First).ToBeVisibleAsync();
        Assert.DoesNotContain(ACanary.Mark, await window.Page.ContentAsync(), StringComparison.Ordinal);
        await window.Page.GoBackAsync();
        await IsConcealedAsync(window);

        // What follows is loud in the console by its nature.
        window.ConsoleIsEmpty();
        await RevealAsync(window, path);
        await window.Page.Context.SetOfflineAsync(true);
        await window.Page.EvaluateAsync("() => window.sockets.forEach(socket => socket.close())");
        await Expect(Card(window)).Not.ToContainTextAsync(ACanary.Mark);
        Assert.DoesNotContain(ACanary.Mark, await window.Page.ContentAsync(), StringComparison.Ordinal);
        await window.Page.Context.SetOfflineAsync(false);

        Assert.Equal(4, (await RecordsAsync(shop, AuditAction.RevealContact)).Count(record => record.Reason == Reason));
        var seen = new Evidence();
        seen.AddLog(shop.Portal);
        seen.AddFiles(shop.Portal.DataDirectory);
        Assert.Contains(seen.Places, place => place.StartsWith("log Microsoft.AspNetCore.SignalR", StringComparison.Ordinal));
        Assert.Empty(seen.PlacesOf(new LeakSearch(ACanary.Mark)));
    }

    [Fact]
    public async Task Without_the_permission_nothing_is_offered_and_an_open_page_does_not_help()
    {
        await using var shop = await OpenAsync();
        var path = await OrderPathAsync(shop);
        await shop.Portal.AddUserAsync("manager@example.com", Role.Manager);
        var demoted = await shop.Portal.AddUserAsync("ravi@example.com", Role.Administrator);
        await using var managers = await browser.OpenAsync(shop.Portal.Address);
        await managers.SignInAsync("manager@example.com");
        await managers.OpenPageAsync(path);
        await Expect(Card(managers)).ToContainTextAsync("area hidden");
        await Expect(Button(Card(managers), "Reveal")).ToHaveCountAsync(0);

        await using var window = await browser.OpenAsync(shop.Portal.Address);
        await window.SignInAsync("ravi@example.com");
        await window.OpenPageAsync(path);
        var dialog = await window.OpenDialogAsync(Button(Card(window), "Reveal"));
        await DemoteAsync(shop.Portal, demoted);
        await Button(dialog, "Reveal").ClickAsync();

        await Expect(Card(window)).ToContainTextAsync(Permission.RevealContacts);
        Assert.DoesNotContain(ACanary.Mark, await window.Page.ContentAsync(), StringComparison.Ordinal);
        var refused = Assert.Single(await RecordsAsync(shop, AuditAction.RefuseAccess));
        Assert.Equal((AccountIds.OfUser(demoted), AuditOutcome.Refused), (refused.ActorId, refused.Outcome));
        Assert.Empty(await RecordsAsync(shop, AuditAction.RevealContact));
        managers.ConsoleIsEmpty();
        window.ConsoleIsEmpty();
    }

    // The framework keeps its connection to itself; a connection that breaks is closed here from inside.
    private const string KeepSockets = """
        window.sockets = [];
        window.WebSocket = class extends WebSocket {
            constructor(...way) {
                super(...way);
                window.sockets.push(this);
            }
        };
        """;

    private static Task<Shop> OpenAsync() => Shop.OpenAsync(
        new Dictionary<string, string?>
        {
            ["Logging:LogLevel:Default"] = "Trace",
            ["Logging:LogLevel:Microsoft"] = "Trace",
        },
        services: services => services.AddLogging(logging => logging.AddFakeLogging()));

    private static async Task<string> OrderPathAsync(Shop shop)
    {
        await shop.ConnectAndSyncAsync();
        var id = CanaryOrders.NewId();
        await CanaryOrders.PlaceAsync(shop, CanaryOrders.Order(id));
        await shop.SyncAsync();
        var order = (await shop.OrderAsync(id)).GetProperty("id").GetInt64();
        return string.Create(CultureInfo.InvariantCulture, $"/sales-orders/{order}");
    }

    private static async Task IsNotPrerenderedAsync(BrowserWindow window, string path)
    {
        var answer = await window.Page.Context.APIRequest.GetAsync(path);
        var html = await answer.TextAsync();
        Assert.True(answer.Ok);
        Assert.DoesNotContain(ACanary.Mark, html, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task RevealAsync(BrowserWindow window, string path, bool checkAccess = false)
    {
        await window.OpenPageAsync(path);
        var dialog = await window.OpenDialogAsync(Button(Card(window), "Reveal"));
        await dialog.GetByLabel(Reason).CheckAsync();
        if (checkAccess)
        {
            await window.IsAccessibleAsync("the reveal dialog", dialog: true);
        }

        await Button(dialog, "Reveal").ClickAsync();
        await Expect(Card(window)).ToContainTextAsync(Recipient);
        if (checkAccess)
        {
            await Expect(dialog).ToBeHiddenAsync();
            await window.IsAccessibleAsync("the revealed contact");
        }
    }

    // What stands in the card right after the page went out of sight, before the portal could answer.
    private static Task<string> LookAwayAsync(BrowserWindow window) => window.Page.EvaluateAsync<string>("""
        () => {
            Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
            document.dispatchEvent(new Event('visibilitychange'));
            delete document.hidden;
            return document.querySelector('.contact-card').textContent;
        }
        """);

    private static async Task IsConcealedAsync(BrowserWindow window)
    {
        await Expect(Button(Card(window), "Reveal")).ToBeVisibleAsync();
        await Expect(Card(window)).Not.ToContainTextAsync(ACanary.Mark);
        Assert.DoesNotContain(ACanary.Mark, await window.Page.ContentAsync(), StringComparison.Ordinal);
    }

    private static async Task DemoteAsync(PortalFactory portal, long userId)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var changed = await scope.ServiceProvider.GetRequiredService<ChangeUserRole>().RunAsync(
            Actor.System, userId, Role.Viewer.Name, Cancel);
        Assert.True(changed.Succeeded, changed.Error?.Message);
    }

    private static async Task<List<AuditRecord>> RecordsAsync(Shop shop, string action) =>
    [
        .. (await shop.Portal.Services.GetRequiredService<IAuditArchive>().ReadAsync(long.MinValue, 100_000, Cancel))
            .Where(record => record.Action == action),
    ];

    private static ILocator Card(BrowserWindow window) => window.Page.Locator(".contact-card");

    private static ILocator Button(ILocator within, string name) =>
        within.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = name, Exact = true });
}
