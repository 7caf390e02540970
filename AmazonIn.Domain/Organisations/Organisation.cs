using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Tax;

namespace AmazonIn.Domain.Organisations;

/// <summary>The seller's business: one a portal. What it says decides currency checks, tax and import for all channels.</summary>
public sealed class Organisation
{
    public const int NameMaxLength = 200;
    public const int TimeZoneMaxLength = 64;

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

    public void Prefer(OrderPreference preference) => OrderPreference = preference;
}
