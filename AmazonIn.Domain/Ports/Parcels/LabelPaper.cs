namespace AmazonIn.Domain.Ports.Parcels;

/// <summary>What labels are printed on.</summary>
public enum LabelPaper
{
    /// <summary>A label printer's roll, four by six inches, one label a page.</summary>
    FourBySix,

    /// <summary>An office printer's sheet with four labels to cut out, a quarter each.</summary>
    A4,
}
