using AmazonIn.Domain.Ports.Marketplace;

namespace AmazonIn.Infrastructure.SpApi.Http;

/// <summary>For calls that nobody watches.</summary>
internal sealed class NoWaits : IWaitObserver
{
    public static NoWaits Instance { get; } = new();

    public Task WaitingAsync(DateTimeOffset until, string reason, CancellationToken cancellationToken) =>
        Task.CompletedTask;
}
