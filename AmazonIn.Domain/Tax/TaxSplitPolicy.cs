namespace AmazonIn.Domain.Tax;

/// <summary>Splits a tax amount into GST's components: at zero percent as Amazon sent it, or at a rate.</summary>
public static class TaxSplitPolicy
{
    /// <summary>
    /// Between states the whole amount is IGST. Within a state it is halved into CGST and SGST, or CGST and UTGST
    /// where the home is a union territory without legislature (CGST Act s. 2(114)). The halves always add up to
    /// <paramref name="amount"/>: CGST is the half rounded away from zero to the paisa, so the odd paisa is CGST's.
    /// </summary>
    /// <param name="amount">In rupees, exactly as sent; negative for refunds.</param>
    /// <param name="home">The seller's registered state.</param>
    /// <param name="placeOfSupply">Null means outside India, which is always between states (IGST Act s. 7(5)).</param>
    /// <param name="rate">The whole tax in percent, of which each half bears half; zero for what Amazon sent (T1).</param>
    public static IReadOnlyList<TaxAmount> Split(
        decimal amount, GstState home, GstState? placeOfSupply, decimal rate = 0m)
    {
        if (placeOfSupply is null || placeOfSupply.Code != home.Code)
        {
            return [new TaxAmount(TaxComponent.Igst, rate, amount)];
        }

        var central = Math.Round(amount / 2m, 2, MidpointRounding.AwayFromZero);
        var local = home.Kind == StateKind.UnionTerritory ? TaxComponent.Utgst : TaxComponent.Sgst;
        return [new TaxAmount(TaxComponent.Cgst, rate / 2m, central), new TaxAmount(local, rate / 2m, amount - central)];
    }
}
