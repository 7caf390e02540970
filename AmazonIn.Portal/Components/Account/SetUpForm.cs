using System.ComponentModel.DataAnnotations;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.UseCases.Organisations;
using AmazonIn.Domain.UseCases.SetUp;

namespace AmazonIn.Portal.Components.Account;

internal sealed class SetUpForm
{
    /// <summary>Currencies of the marketplaces that can be connected, India's first.</summary>
    public static IReadOnlyList<string> Currencies { get; } =
        [.. Marketplace.All.Select(marketplace => marketplace.Currency).Distinct()];

    /// <summary>IANA names that this machine knows; in every time zone database since 1993 those have a slash.</summary>
    public static IReadOnlyList<string> TimeZones { get; } =
    [
        .. TimeZoneInfo.GetSystemTimeZones()
            .Select(zone => TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var iana) ? iana : zone.Id)
            .Where(id => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal))
            .Append(DefaultTimeZone)
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    private const string DefaultTimeZone = "Asia/Kolkata";

    [Required(ErrorMessage = "Enter your e-mail address; you sign in with it.")]
    [EmailAddress(ErrorMessage = "That is not an e-mail address.")]
    [StringLength(256, ErrorMessage = "That is longer than any e-mail address.")]
    public string Email { get; set; } = string.Empty;

    [Required(ErrorMessage = "Enter your name, as histories shall show it.")]
    [StringLength(FoundPortal.DisplayNameMaxLength, ErrorMessage = "Enter at most 100 characters.")]
    public string Name { get; set; } = string.Empty;

    [Required(ErrorMessage = "Choose a password.")]
    [StringLength(200, ErrorMessage = "Choose at most 200 characters.")]
    public string Password { get; set; } = string.Empty;

    [Required(ErrorMessage = "Enter your organisation's name.")]
    [StringLength(Domain.Organisations.Organisation.NameMaxLength, ErrorMessage = "Enter at most 200 characters.")]
    public string OrganisationName { get; set; } = string.Empty;

    [Required(ErrorMessage = "Choose the base currency.")]
    public string BaseCurrency { get; set; } = Currencies[0];

    [Required(ErrorMessage = "Choose the state or union territory where you are registered for GST.")]
    public string HomeState { get; set; } = string.Empty;

    [Required(ErrorMessage = "Choose the time zone.")]
    public string TimeZone { get; set; } = DefaultTimeZone;

    public bool TaxRates { get; set; } = true;

    public SetUpRequest ToRequest() => new(
        Email,
        Name,
        Password,
        new OrganisationRequest(OrganisationName, BaseCurrency, HomeState, TaxRates, TimeZone))
    {
        PasswordIsChosen = true,
    };
}
