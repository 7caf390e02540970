using AmazonIn.Domain.Organisations;

namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>The seller's business.</summary>
/// <param name="HomeState">GST state code, two digits; null while it is not set.</param>
internal sealed record OrganisationJson(
    string Name,
    string BaseCurrency,
    string? HomeState,
    bool TaxRatesEnabled,
    string TimeZone)
{
    public static OrganisationJson Of(Organisation organisation) => new(
        organisation.Name,
        organisation.BaseCurrency,
        organisation.HomeState?.Code,
        organisation.TaxRatesEnabled,
        organisation.TimeZone);
}
