using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.UseCases.Contacts;
using AmazonIn.Portal.Security;
using AmazonIn.Tests.Portal.Components.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Portal.Components.SalesOrders;

/// <summary>Opens the one contact that a test lays in.</summary>
internal sealed class FakeVault : IContactVault
{
    public BuyerContact? Contact { get; set; }

    public int Opened { get; private set; }

    /// <summary>Registers the gate over it, for a trail that forgets what it is asked to count.</summary>
    public void AddTo(IServiceCollection services, IUserAccounts users)
    {
        services.AddSingleton<IContactVault>(this);
        services.AddSingleton(users);
        services.AddSingleton<IAuditQueries>(new FakeAudit());
        services.AddScoped<ConnectionWatch>();
        services.AddTransient<ContactRelease>();
    }

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
