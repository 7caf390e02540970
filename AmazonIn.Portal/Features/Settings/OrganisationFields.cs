using AmazonIn.Domain.Common;

namespace AmazonIn.Portal.Features.Settings;

/// <summary>Which field of the organisation's form a refusal belongs beside.</summary>
internal static class OrganisationFields
{
    public const string Name = "organisation-name";
    public const string Currency = "organisation-currency";
    public const string HomeState = "organisation-home-state";
    public const string TimeZone = "organisation-time-zone";

    /// <summary>The field's id, or null where the refusal concerns the whole form.</summary>
    public static string? Of(Error error) => error.Code switch
    {
        "organisation.name" => Name,
        "organisation.currency" or "organisation.currency-in-use" => Currency,
        "organisation.home-state" => HomeState,
        "organisation.time-zone" => TimeZone,
        _ => null,
    };
}
