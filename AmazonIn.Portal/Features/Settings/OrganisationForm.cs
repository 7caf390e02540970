using AmazonIn.Domain.Organisations;
using AmazonIn.Domain.UseCases.Organisations;

namespace AmazonIn.Portal.Features.Settings;

/// <summary>What is typed into the organisation's form.</summary>
internal sealed class OrganisationForm
{
    public string Name { get; set; } = string.Empty;

    public string BaseCurrency { get; set; } = "INR";

    /// <summary>GST state code; empty while none is chosen.</summary>
    public string HomeState { get; set; } = string.Empty;

    public string TimeZone { get; set; } = "Asia/Kolkata";

    public bool TaxRatesEnabled { get; set; } = true;

    public static OrganisationForm Of(Organisation? organisation) => organisation is null
        ? new OrganisationForm()
        : new OrganisationForm
        {
            Name = organisation.Name,
            BaseCurrency = organisation.BaseCurrency,
            HomeState = organisation.HomeState?.Code ?? string.Empty,
            TimeZone = organisation.TimeZone,
            TaxRatesEnabled = organisation.TaxRatesEnabled,
        };

    public OrganisationRequest ToRequest() => new(
        Name, BaseCurrency, HomeState.Length == 0 ? null : HomeState, TaxRatesEnabled, TimeZone);
}
