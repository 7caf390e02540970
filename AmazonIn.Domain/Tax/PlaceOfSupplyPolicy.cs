using AmazonIn.Domain.Orders;

namespace AmazonIn.Domain.Tax;

/// <summary>
/// Reads the place of supply from the delivery address: for goods to an unregistered buyer IGST Act s. 10(1)(ca)
/// takes the delivery state. A registered buyer's state is not used instead of it; a difference is flagged.
/// </summary>
public static class PlaceOfSupplyPolicy
{
    /// <summary>The place, with flags for everything that was doubtful. Never refuses.</summary>
    /// <param name="country">ISO country code in any case; blank counts as India, where the marketplace is.</param>
    /// <param name="stateText">As the buyer wrote it.</param>
    /// <param name="postalCode">PIN code; only ever used to warn, since PIN ranges overlap between states.</param>
    /// <param name="gstin">The buyer's valid GSTIN, if any.</param>
    public static (PlaceOfSupply Place, IReadOnlyList<OrderFlag> Flags) Determine(
        string? country,
        string? stateText,
        string? postalCode,
        Gstin? gstin)
    {
        if (!string.IsNullOrWhiteSpace(country) && !country.Trim().Equals("IN", StringComparison.OrdinalIgnoreCase))
        {
            return (new PlaceOfSupply(null, Abroad: true), []);
        }

        var flags = new List<OrderFlag>();
        var state = StateNames.Read(stateText);
        if (state is null)
        {
            flags.Add(OrderFlags.StateNotUnderstood(stateText));
            return (new PlaceOfSupply(null, Abroad: false), flags);
        }

        if (!StateNames.IsOfficialName(stateText!, state))
        {
            flags.Add(OrderFlags.StateReadAs(stateText!.Trim(), state));
        }

        if (PinCode.LooksOutside(postalCode, state))
        {
            flags.Add(OrderFlags.PinOutsideState(state));
        }

        if (gstin is not null && GstState.Find(gstin.StateCode) is { } registered && registered.Code != state.Code)
        {
            flags.Add(OrderFlags.GstinOfOtherState(registered, state));
        }

        return (new PlaceOfSupply(state, Abroad: false), flags);
    }
}
