using AmazonIn.Domain.Access;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.UseCases.Contacts;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace AmazonIn.Portal.Features.Contacts;

/// <summary>
/// A buyer's contact, concealed. <b>Reveal</b> shows it for a minute (X1). It is asked for only by that click, never while
/// a page is prerendered, and hidden again by the clock, on leaving, when the page goes out of sight and when the
/// connection is lost; the browser blanks it by itself then, since the server cannot reach it.
/// </summary>
public sealed partial class ContactCard : IAsyncDisposable
{
    private IReadOnlyList<ContactLine>? revealed;
    private ElementReference shown;
    private ITimer? clock;
    private IJSObjectReference? script;
    private string? refusal;
    private bool mayReveal;
    private bool busy;

    [Parameter]
    [EditorRequired]
    public SalesOrderDetails Order { get; set; } = null!;

    /// <summary>State or country; nothing finer.</summary>
    [Parameter]
    public string? Area { get; set; }

    [Inject]
    private ContactRelease Contacts { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private ConnectionWatch Connection { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private ILogger<ContactCard> Logger { get; set; } = null!;

    private DateTimeOffset? DeletedAt => Order.ContactGoneAt(Time.GetUtcNow());

    public async ValueTask DisposeAsync()
    {
        Connection.Lost -= OnConnectionLost;
        Hide();
        if (script is not null)
        {
            try
            {
                await script.DisposeAsync();
            }
            catch (JSDisconnectedException)
            {
                // The browser is gone, and what it showed with it.
            }
        }
    }

    protected override async Task OnInitializedAsync()
    {
        Connection.Lost += OnConnectionLost;
        mayReveal = (await CurrentActor.GetAsync()).May(Permission.RevealContacts);
    }

    private async Task RevealAsync()
    {
        if (busy || revealed is not null)
        {
            return;
        }

        (busy, refusal) = (true, null);
        try
        {
            if (await RevealDialog.AskAsync(Dialogs) is { } reason)
            {
                await OpenAsync(reason);
            }
        }
        catch (Exception exception)
        {
            Hide();
            var fault = Fault.Report(Logger, exception, "The contact could not be opened.");
            refusal = fault.ShortWords;
        }
        finally
        {
            busy = false;
        }
    }

    private async Task OpenAsync(string reason)
    {
        var opened = await Contacts.OpenAsync(
            await CurrentActor.GetAsync(), ContactUse.Reveal, Order.Order.Id, reason, CancellationToken.None);
        if (!opened.Succeeded)
        {
            refusal = opened.Error.Message;
            return;
        }

        // The browser watches an empty place before anything stands there: it could lose the connection in between.
        (revealed, clock) = ([], Time.CreateTimer(_ => OnTimeUp(), null, RevealPolicy.ShownFor, Timeout.InfiniteTimeSpan));
        StateHasChanged();
        script ??= await Browser.InvokeAsync<IJSObjectReference>("import", "./" + Assets["js/contact.js"]);
        await script.InvokeVoidAsync("watch", shown, RevealPolicy.ShownFor.TotalMilliseconds);
        if (revealed is not null)
        {
            revealed = ContactLine.Of(opened.Value);
        }
    }

    private void OnTimeUp() => _ = InvokeAsync(() =>
    {
        Hide();
        StateHasChanged();
    });

    private void OnConnectionLost() => OnTimeUp();

    private void Hide()
    {
        revealed = null;
        clock?.Dispose();
        clock = null;
    }
}
