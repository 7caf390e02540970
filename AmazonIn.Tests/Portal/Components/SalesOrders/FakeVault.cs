using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Privacy;

namespace AmazonIn.Tests.Portal.Components.SalesOrders;

/// <summary>Opens the one contact that a test lays in.</summary>
internal sealed class FakeVault : IContactVault
{
    public BuyerContact? Contact { get; set; }

    public int Opened { get; private set; }

    public Task<BuyerContact?> OpenAsync(long channelId, string amazonOrderId, CancellationToken cancellationToken)
    {
        Opened++;
        return Task.FromResult(Contact);
    }

    Task<IReadOnlyDictionary<string, SealedContact>> IContactVault.SealAsync(
        long channelId, IReadOnlyDictionary<string, BuyerContact> contacts, CancellationToken cancellationToken) =>
        throw new NotSupportedException("No screen seals.");

    string IContactVault.BuyerKey(long channelId, string amazonOrderId, BuyerContact? contact) =>
        throw new NotSupportedException("No screen recognises buyers.");
}
