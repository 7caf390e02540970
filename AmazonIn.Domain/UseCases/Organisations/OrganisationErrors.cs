using AmazonIn.Domain.Common;

namespace AmazonIn.Domain.UseCases.Organisations;

/// <summary>Why an organisation is not saved.</summary>
public static class OrganisationErrors
{
    public static Error NameMissing { get; } =
        new("organisation.name", "Enter the organisation's name, at most 200 characters.");

    public static Error CurrencyShape { get; } =
        new("organisation.currency", "The base currency is a three-letter code such as INR.");

    public static Error HomeStateUnknown(string code) => new(
        "organisation.home-state",
        $"“{(code.Length <= 10 ? code : code[..10])}” is no GST state code. Choose a state or union territory, such as 29 for Karnataka.");

    public static Error TimeZoneUnknown(string zone) => new(
        "organisation.time-zone",
        $"The time zone “{(zone.Length <= 64 ? zone : zone[..64])}” is not known. Use a name such as Asia/Kolkata.");

    public static Error CurrencyInUse(string currency) => new(
        "organisation.currency-in-use",
        $"The base currency stays {currency} while a channel is connected, since its orders are kept in it. Disconnect the channels first.",
        ErrorKind.Conflict);
}
