using System.Globalization;
using AmazonIn.Domain.Orders;
using AmazonIn.Portal.Components.Shared;

namespace AmazonIn.Portal.Features.SalesOrders;

/// <summary>What rates, suggestions and lost tax are called on the screen.</summary>
internal static class RateWords
{
    /// <summary><c>18 %</c>, <c>0.25 %</c>.</summary>
    public static string Of(decimal rate) => rate.ToString("0.##", CultureInfo.InvariantCulture) + " %";

    /// <summary>For the value of a choice.</summary>
    public static string Value(decimal rate) => rate.ToString("0.##", CultureInfo.InvariantCulture);

    public static decimal Read(string? value) =>
        decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) ? rate : 0m;

    /// <summary><c>Amazon's ₹64.41 is 18 % of ₹357.83.</c></summary>
    public static string Suggestion(DraftLine line, string currency) =>
        $"Amazon's {IndianFormat.Money(line.Before!.Tax, currency)} is {Of(line.Suggestion!.Value)} of "
        + $"{IndianFormat.Money(line.Before.Amounts.TaxableValue, currency)}.";

    /// <summary><c>₹90.00 of DUPATTA</c>.</summary>
    public static string Loss(TaxLoss loss, string currency) => $"{IndianFormat.Money(loss.Amount, currency)} of {loss.Sku}";

    /// <summary>Where Amazon has a line otherwise that a person changed before; null where it has the same.</summary>
    public static string? Difference(Domain.Ports.Queries.OrderLineRow? line, string currency) => line switch
    {
        null or { ByHand: false } or { AddedByHand: true } => null,
        { AmazonQuantity: null } => "Changed by hand. Amazon's order no longer has this line.",
        _ when line.AmazonQuantity == line.Quantity && line.AmazonTotal == line.Total => null,
        _ => $"Changed by hand. Amazon has {IndianFormat.Count(line.AmazonQuantity.Value)} for "
            + $"{(line.AmazonTotal is null ? "an amount not sent" : IndianFormat.Money(line.AmazonTotal, currency))}.",
    };
}
