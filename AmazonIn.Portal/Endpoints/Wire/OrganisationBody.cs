namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>The whole organisation; only the home state may be left out.</summary>
internal sealed record OrganisationBody(
    string? Name,
    string? BaseCurrency,
    string? HomeState,
    bool? TaxRatesEnabled,
    string? TimeZone);
