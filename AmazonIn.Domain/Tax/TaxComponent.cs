namespace AmazonIn.Domain.Tax;

/// <summary>The parts that GST is charged in.</summary>
public enum TaxComponent
{
    /// <summary>Integrated tax, on supplies between states.</summary>
    Igst,

    /// <summary>Central tax, on supplies within a state.</summary>
    Cgst,

    /// <summary>State tax.</summary>
    Sgst,

    /// <summary>Union territory tax.</summary>
    Utgst,
}
