using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.UseCases.Contacts;

namespace AmazonIn.Domain.UseCases.Parcels;

/// <summary>Opens each order's contact once for one print, so that it leaves one record however many parcels it has.</summary>
internal sealed class Recipients(ContactRelease release, Actor actor, ContactUse use)
{
    private readonly Dictionary<long, BuyerContact> opened = [];

    public async Task<Result<BuyerContact>> OpenAsync(long salesOrderId, CancellationToken cancellationToken)
    {
        if (opened.TryGetValue(salesOrderId, out var known))
        {
            return known;
        }

        var contact = await release.OpenAsync(actor, use, salesOrderId, reason: null, cancellationToken);
        if (contact.Succeeded)
        {
            opened[salesOrderId] = contact.Value;
        }

        return contact;
    }
}
