using AmazonIn.Domain.Tax;

namespace AmazonIn.Portal.Features.Settings;

/// <summary>What a home state means for the tax of orders.</summary>
internal static class HomeStateWords
{
    public static string Of(GstState state) => state.Kind switch
    {
        StateKind.State =>
            $"Orders delivered within {state.Name} carry CGST0 and SGST0, all others IGST0.",
        StateKind.UnionTerritoryWithLegislature =>
            $"Orders delivered within {state.Name} carry CGST0 and SGST0, all others IGST0. {state.Name} has a "
            + "legislature, so by law it levies SGST, not UTGST (CGST Act s. 2(103)).",
        StateKind.UnionTerritory =>
            $"Orders delivered within {state.Name} carry CGST0 and UTGST0, all others IGST0. {state.Name} has no "
            + "legislature, so UTGST takes the place of SGST (CGST Act s. 2(114)).",
    };
}
