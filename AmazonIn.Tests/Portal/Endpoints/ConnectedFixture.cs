using AmazonIn.Domain.Sync;
using AmazonIn.Tests.TestKit;

namespace AmazonIn.Tests.Portal.Endpoints;

/// <summary>A portal with the demo account connected and its first syncs done.</summary>
public sealed class ConnectedFixture : IAsyncLifetime
{
    internal PortalFactory Portal { get; private set; } = null!;

    public long ChannelId { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Portal = await PortalFactory.StartAsync();
        await Portal.SetUpAsync();
        ChannelId = await Portal.ConnectDemoAsync();
        await Portal.WaitForModuleAsync(ChannelId, SyncModule.Items);
        await Portal.WaitForModuleAsync(ChannelId, SyncModule.Orders);
    }

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}
