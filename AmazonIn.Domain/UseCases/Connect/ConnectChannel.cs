using System.Text.RegularExpressions;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Connect;

/// <summary>
/// Connects a seller account (C5): checks our own conditions, authenticates with Amazon for real, and only then
/// stores the channel with its encrypted token and asks for the first sync of items and orders (C6). A refusal leaves
/// nothing behind. For a channel that needs attention the same call renews its authorisation; an account that was
/// disconnected takes its old place again.
/// </summary>
public sealed partial class ConnectChannel(
    IOrganisationStore organisations,
    IChannelStore channels,
    IChannelRemoval removal,
    ISyncJournal journal,
    IMarketplaceAuthorization authorization,
    IAuditTrail audit,
    TimeProvider time)
{
    public async Task<Result<SalesChannel>> RunAsync(
        Actor actor,
        ConnectRequest request,
        CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ManageChannels, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        var sellerId = request.SellerId.Trim();
        var token = request.Token.Trim();
        if (Marketplace.Find(request.MarketplaceId) is not { } marketplace)
        {
            return ConnectErrors.UnknownMarketplace(request.MarketplaceId);
        }

        if (await CheckAsync(marketplace, sellerId, token, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var existing = await channels.FindAsync(marketplace.Id, sellerId, cancellationToken);
        if (existing is not null && existing.State is not (ChannelState.NeedsAttention or ChannelState.Disconnected))
        {
            return ConnectErrors.AlreadyConnected(existing.Name);
        }

        if (await AuthenticateAsync(marketplace, sellerId, token, cancellationToken) is { } rejected)
        {
            return rejected;
        }

        return existing switch
        {
            null => await AddAsync(actor, request, marketplace, sellerId, token, cancellationToken),
            { State: ChannelState.Disconnected } => await audit.ActAsync(
                AuditedChannel.Entry(actor, AuditAction.ConnectChannel, existing),
                () => ReconnectAsync(actor, existing, request, token, cancellationToken),
                cancellationToken),
            _ => await audit.ActAsync(
                AuditedChannel.Entry(actor, AuditAction.ReauthorizeChannel, existing),
                () => ReauthorizeAsync(actor, existing, token, cancellationToken),
                cancellationToken),
        };
    }

    private async Task<Result<SalesChannel>> AddAsync(
        Actor actor,
        ConnectRequest request,
        Marketplace marketplace,
        string sellerId,
        string token,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var channel = new SalesChannel(NameOf(request, marketplace.Name), marketplace, sellerId, now);
        return await audit.ActAsync<SalesChannel>(
            AuditedChannel.Entry(actor, AuditAction.ConnectChannel, channel),
            async () =>
            {
                await channels.AddAsync(channel, token, cancellationToken);
                await RequestRunsAsync(actor, channel, RunTrigger.Initial, now, cancellationToken);
                return channel;
            },
            added => AuditedChannel.Entry(actor, AuditAction.ConnectChannel, added),
            cancellationToken);
    }

    private async Task<Result<SalesChannel>> ReauthorizeAsync(
        Actor actor, SalesChannel channel, string token, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        channel.Reauthorize(now);
        await channels.SaveAsync(channel, token, cancellationToken);
        await RequestRunsAsync(actor, channel, RunTrigger.Reactivation, now, cancellationToken);
        return channel;
    }

    // The account takes its old place, so that its orders are known; everything else begins anew, also where the removal
    // was broken off: a mark left behind of how far orders had been read would hide those of the time in between.
    private async Task<Result<SalesChannel>> ReconnectAsync(
        Actor actor, SalesChannel channel, ConnectRequest request, string token, CancellationToken cancellationToken)
    {
        await removal.RemoveAsync(channel.Id, cancellationToken);
        var now = time.GetUtcNow();
        channel.Reconnect(NameOf(request, channel.Name), now);
        await channels.SaveAsync(channel, token, cancellationToken);
        await RequestRunsAsync(actor, channel, RunTrigger.Initial, now, cancellationToken);
        return channel;
    }

    private static string NameOf(ConnectRequest request, string otherwise)
    {
        var name = string.IsNullOrWhiteSpace(request.Name) ? otherwise : request.Name.Trim();
        return name.Length <= SalesChannel.NameMaxLength ? name : name[..SalesChannel.NameMaxLength];
    }

    private async Task<Error?> CheckAsync(
        Marketplace marketplace,
        string sellerId,
        string token,
        CancellationToken cancellationToken)
    {
        var organisation = await organisations.FindAsync(cancellationToken);
        return organisation is null ? ConnectErrors.NoOrganisation
            : !organisation.TaxRatesEnabled ? ConnectErrors.TaxRatesOff
            : organisation.BaseCurrency != marketplace.Currency
                ? ConnectErrors.CurrencyMismatch(marketplace, marketplace.Currency, organisation.BaseCurrency)
            : !SellerIdShape().IsMatch(sellerId) ? ConnectErrors.SellerIdShape
            : token.Length == 0 ? ConnectErrors.TokenMissing
            : MwsToken.LooksLike(token) ? ConnectErrors.MwsRetired
            : null;
    }

    private async Task<Error?> AuthenticateAsync(
        Marketplace marketplace,
        string sellerId,
        string token,
        CancellationToken cancellationToken)
    {
        try
        {
            var account = await authorization.VerifyAsync(marketplace, sellerId, token, cancellationToken);
            var here = account.Participations.FirstOrDefault(
                participation => participation.MarketplaceId == marketplace.Id && participation.IsParticipating);
            return here is null ? ConnectErrors.NotParticipating(marketplace)
                : here.Currency != marketplace.Currency
                    ? ConnectErrors.CurrencyMismatch(marketplace, here.Currency, marketplace.Currency)
                : null;
        }
        catch (MarketplaceException exception)
        {
            return ConnectErrors.Of(exception);
        }
    }

    private async Task RequestRunsAsync(
        Actor actor,
        SalesChannel channel,
        RunTrigger trigger,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        foreach (var module in Enum.GetValues<SyncModule>())
        {
            var run = new SyncRun(channel.Id, module, trigger, actor.Name, now);
            await journal.RequestAsync(run, cancellationToken);
        }
    }

    // Amazon documents merchant tokens only by example: an A and 9 to 19 more capitals and digits.
    [GeneratedRegex("^A[A-Z0-9]{9,19}$")]
    private static partial Regex SellerIdShape();
}
