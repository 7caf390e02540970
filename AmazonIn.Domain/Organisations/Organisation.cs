using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Tax;

namespace AmazonIn.Domain.Organisations;

/// <summary>The seller's business: one a portal. What it says decides currency checks, tax and import for all channels.</summary>
public sealed class Organisation
{
    public const int NameMaxLength = 200;
    public const int TimeZoneMaxLength = 64;

    public const int ContactNameMaxLength = 100;
    public const int ContactAddressMaxLength = 200;

    private Organisation(string name, string baseCurrency, string timeZone)
    {
        Name = name;
        BaseCurrency = baseCurrency;
        TimeZone = timeZone;
    }

    public Organisation(string name, string baseCurrency, GstState? homeState, string timeZone, bool taxRatesEnabled)
        : this(name, baseCurrency, timeZone)
    {
        HomeState = homeState;
        TaxRatesEnabled = taxRatesEnabled;
    }

    public long Id { get; private set; }

    public string Name { get; private set; }

    /// <summary>ISO 4217 code that connected marketplaces must share (P1).</summary>
    public string BaseCurrency { get; private set; }

    /// <summary>Where the business is registered for GST; needed before the first order sync (P3).</summary>
    public GstState? HomeState { get; private set; }

    /// <summary>IANA id; every date on the screen is shown in it.</summary>
    public string TimeZone { get; private set; }

    /// <summary>Must be on before a connection can be made (P2).</summary>
    public bool TaxRatesEnabled { get; private set; }

    /// <summary>Which orders are imported, for every channel (O2).</summary>
    public OrderPreference OrderPreference { get; private set; } = OrderPreference.ConfirmedAndFulfilled;

    /// <summary>Whom Amazon and everybody here reach in an incident (security.md D-26); null until somebody is named.</summary>
    public string? IncidentContactName { get; private set; }

    /// <summary>Their e-mail address or telephone number.</summary>
    public string? IncidentContactAddress { get; private set; }

    /// <summary>When Amazon issued the application's present client secret (security.md D-18); null while nobody said.</summary>
    public DateOnly? ClientSecretIssuedOn { get; private set; }

    public int Version { get; private set; }

    public void Change(string name, string baseCurrency, GstState? homeState, string timeZone, bool taxRatesEnabled)
    {
        Name = name;
        BaseCurrency = baseCurrency;
        HomeState = homeState;
        TimeZone = timeZone;
        TaxRatesEnabled = taxRatesEnabled;
    }

    /// <summary>The zone of <see cref="TimeZone"/>, or UTC where this machine does not know it.</summary>
    public TimeZoneInfo FindZone() => TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    public void NameIncidentContact(string name, string address) =>
        (IncidentContactName, IncidentContactAddress) = (name, address);

    public void NoteClientSecret(DateOnly issuedOn) => ClientSecretIssuedOn = issuedOn;

    public void Prefer(OrderPreference preference) => OrderPreference = preference;
}
