using AmazonIn.Tests.TestKit;

namespace AmazonIn.Tests.Portal.Endpoints;

/// <summary>A portal that is set up, for tests that do not mind sharing one.</summary>
public sealed class PortalFixture : IAsyncLifetime
{
    internal PortalFactory Portal { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Portal = await PortalFactory.StartAsync();
        await Portal.SetUpAsync();
    }

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}
