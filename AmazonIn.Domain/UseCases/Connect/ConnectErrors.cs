using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Marketplace;

namespace AmazonIn.Domain.UseCases.Connect;

/// <summary>Why a connection is refused.</summary>
public static class ConnectErrors
{
    /// <summary>Code of <see cref="TaxRatesOff"/>; the dialog offers a link to the setting.</summary>
    public const string TaxRatesOffCode = "organisation.tax-rates-off";

    public static Error NoOrganisation { get; } = new(
        "organisation.missing",
        "The organisation is not set up yet. Enter it under Settings → Organisation, then connect.",
        ErrorKind.Conflict);

    public static Error TaxRatesOff { get; } = new(
        TaxRatesOffCode,
        "Tax rates are switched off. Amazon's orders carry tax, so switch them on under Settings → Organisation first.",
        ErrorKind.Conflict);

    public static Error UnknownMarketplace(string id) => new(
        "channel.unknown-marketplace",
        $"The marketplace “{Clip(id)}” is not known. Choose one of the cards on the eCommerce page.");

    public static Error SellerIdShape { get; } = new(
        "channel.seller-id-shape",
        "That is not a Seller ID. It is 10 to 20 capital letters and digits and starts with A; Seller Central shows it "
        + "under Settings → Account Info → Merchant Token.");

    public static Error TokenMissing { get; } = new(
        "channel.token-missing",
        "The authorisation token is missing. The panel on the right says where to find it.");

    public static Error MwsRetired { get; } = new(
        "channel.mws-retired",
        "This is an MWS token. Amazon switched MWS off on 31 March 2024 and takes such tokens no longer. In Seller "
        + "Central open Apps and Services → Develop Apps, authorise your app for the Selling Partner API, and paste the "
        + "refresh token that begins with “Atzr|”.");

    public static Error CurrencyMismatch(Marketplace marketplace, string marketplaceCurrency, string baseCurrency) => new(
        "channel.currency-mismatch",
        $"{marketplace.Name} trades in {marketplaceCurrency}, your organisation's base currency is {baseCurrency}. They "
        + "must be the same. You can change yours under Settings → Organisation → Base currency.",
        ErrorKind.Conflict);

    public static Error NotParticipating(Marketplace marketplace) => new(
        "channel.not-participating",
        $"Amazon accepts the identifiers, but this account does not sell on {marketplace.Name}. Choose the card of a "
        + "marketplace where it does.");

    public static Error AlreadyConnected(string name) => new(
        "channel.already-connected",
        $"This account is connected already, as “{name}”.",
        ErrorKind.Conflict);

    public static Error NoApplication { get; } = new(
        "channel.no-application",
        "This portal has no application id of Amazon's, so Amazon cannot be asked on its website. Paste the seller's token "
        + "instead, or have the operator set Amazon:ApplicationId.",
        ErrorKind.Conflict);

    /// <summary>The consent that came back is not one that this person asked for in the last minutes.</summary>
    public static Error ConsentNotAsked { get; } = new(
        "channel.consent-not-asked",
        "This answer from Amazon belongs to no request of yours from the last ten minutes. Nothing was stored. Start again "
        + "with Set Up Now.",
        ErrorKind.Conflict);

    /// <summary>What Amazon said, as a refusal.</summary>
    public static Error Of(MarketplaceException exception) => new(
        exception.Code,
        exception.Message,
        exception is MarketplaceUnavailableException or MarketplaceThrottledException
            ? ErrorKind.Unavailable
            : ErrorKind.Invalid);

    private static string Clip(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
