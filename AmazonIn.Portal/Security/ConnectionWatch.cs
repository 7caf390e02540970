using Microsoft.AspNetCore.Components.Server.Circuits;

namespace AmazonIn.Portal.Security;

/// <summary>Tells what is on a circuit's screen that its browser can no longer be reached.</summary>
internal sealed class ConnectionWatch : CircuitHandler
{
    public event Action? Lost;

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Lost?.Invoke();
        return Task.CompletedTask;
    }
}
