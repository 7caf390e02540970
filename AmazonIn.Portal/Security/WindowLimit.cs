using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace AmazonIn.Portal.Security;

/// <summary>
/// Lets one person have so many circuits and no more: one too many is deaf, whatever is sent to it, and its page leads
/// away to one that says why.
/// </summary>
internal sealed class WindowLimit(
    OpenWindows windows, AuthenticationStateProvider authentication, NavigationManager navigation) : CircuitHandler
{
    /// <summary>Says why.</summary>
    public const string Page = "/account/too-many-windows";

    private string? person;

    /// <summary>Whether this circuit is one too many.</summary>
    public bool Refused { get; private set; }

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken) => OpenAsync(circuit.Id);

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken) => CloseAsync(circuit.Id);

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken) => CloseAsync(circuit.Id);

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(
        Func<CircuitInboundActivityContext, Task> next) => context => HearAsync(() => next(context));

    internal Task HearAsync(Func<Task> next)
    {
        if (!Refused)
        {
            return next();
        }

        navigation.NavigateTo(Page, forceLoad: true);
        return Task.CompletedTask;
    }

    internal async Task OpenAsync(string circuit)
    {
        var actor = PrincipalActor.Of((await authentication.GetAuthenticationStateAsync()).User);
        person = actor.Id;
        Refused = !windows.TryOpen(person, circuit);
    }

    internal Task CloseAsync(string circuit)
    {
        if (person is not null)
        {
            windows.Close(person, circuit);
        }

        return Task.CompletedTask;
    }
}
