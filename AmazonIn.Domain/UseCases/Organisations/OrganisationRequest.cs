namespace AmazonIn.Domain.UseCases.Organisations;

/// <summary>What a person says of the organisation.</summary>
/// <param name="BaseCurrency">ISO 4217.</param>
/// <param name="HomeState">GST state code, two digits; null leaves it open.</param>
/// <param name="TimeZone">IANA id.</param>
public sealed record OrganisationRequest(
    string Name,
    string BaseCurrency,
    string? HomeState,
    bool TaxRatesEnabled,
    string TimeZone);
