namespace AmazonIn.Domain.Tax;

/// <summary>
/// A rate that can stand on an order line. The zero-percent ones exist from the first start (P2), because Amazon's
/// amounts are tied to them.
/// </summary>
public sealed class TaxRate
{
    public const int NameMaxLength = 16;

    public TaxRate(TaxComponent component, decimal rate)
    {
        Component = component;
        Rate = rate;
        Name = TaxAmount.NameOf(component, rate);
    }

    public long Id { get; private set; }

    public string Name { get; private set; }

    public TaxComponent Component { get; private set; }

    /// <summary>Percent, 0 to 100.</summary>
    public decimal Rate { get; private set; }

    /// <summary>
    /// The whole tax in percent that can stand on a line: zero, the slabs of the GST rate schedule in force from
    /// 22 September 2025 (5, 18 and 40 percent, with 0.25 and 3 for stones and bullion), and the earlier 12 and 28 that
    /// older orders carry.
    /// </summary>
    public static IReadOnlyList<decimal> Slabs { get; } = [0m, 0.25m, 3m, 5m, 12m, 18m, 28m, 40m];

    /// <summary>
    /// The rates a new portal starts with: each of <see cref="Slabs"/> whole as IGST and halved as CGST with SGST or
    /// UTGST.
    /// </summary>
    public static IReadOnlyList<TaxRate> Initial { get; } =
    [
        .. Slabs.SelectMany(slab => new[]
        {
            new TaxRate(TaxComponent.Igst, slab),
            new TaxRate(TaxComponent.Cgst, slab / 2m),
            new TaxRate(TaxComponent.Sgst, slab / 2m),
            new TaxRate(TaxComponent.Utgst, slab / 2m),
        }),
    ];
}
