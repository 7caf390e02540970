using System.Globalization;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Contacts;

/// <summary>
/// The sweep: destroys all personal data that is past its time (X2). Runs every hour, and before the portal serves, so
/// that a restored backup or a long rest brings nothing back (X6). Says which orders put theirs off again and again.
/// </summary>
public sealed class DeleteExpiredContacts(
    IContactRemoval removal, IWorkLeases leases, IAuditTrail audit, TimeProvider time)
{
    private const string LeaseName = "delete-expired-contacts";

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private readonly string _owner = $"sweep-{Guid.NewGuid():N}";

    /// <returns>Orders whose personal data was destroyed; 0 also while another portal is sweeping.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var orders = 0;
        try
        {
            while (await HoldAsync(cancellationToken)
                && await removal.RemoveExpiredAsync(time.GetUtcNow(), cancellationToken) is { } certificate)
            {
                orders += certificate.Orders;

                // What is destroyed is destroyed: this record cannot come first, and the certificate stands without it.
                await audit.RecordAsync(AuditedCertificate.Entry(Actor.System, certificate), CancellationToken.None);
            }

            await TellOfPutOffsAsync(cancellationToken);
        }
        finally
        {
            await leases.ReleaseAsync(_owner, CancellationToken.None);
        }

        return orders;
    }

    /// <summary>The sweep before the portal serves: also takes keys that a restored backup brought back.</summary>
    /// <inheritdoc cref="RunAsync"/>
    public async Task<int> RunBeforeServingAsync(CancellationToken cancellationToken)
    {
        var orders = await RunAsync(cancellationToken);
        await removal.RemoveStrayKeysAsync(time.GetUtcNow(), cancellationToken);
        return orders;
    }

    private Task<bool> HoldAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return leases.TakeAsync(LeaseName, _owner, now + Lease, now, cancellationToken);
    }

    // Fulfilling an order again and again would keep a buyer's data for ever.
    private async Task TellOfPutOffsAsync(CancellationToken cancellationToken)
    {
        foreach (var order in await removal.ListPutOffAsync(cancellationToken))
        {
            await audit.RecordAsync(
                AuditedOrder.Entry(Actor.System, AuditAction.PutOffDeletion, order)
                    .With("times", (order.ExpiryStarts - 1).ToString(CultureInfo.InvariantCulture)),
                cancellationToken);
            await removal.ToldOfPutOffAsync(order, CancellationToken.None);
        }
    }
}
