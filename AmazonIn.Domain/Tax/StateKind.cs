namespace AmazonIn.Domain.Tax;

/// <summary>How a GST state code is taxed within its borders.</summary>
public enum StateKind
{
    /// <summary>A state: CGST and SGST.</summary>
    State,

    /// <summary>A union territory with a legislature, a "State" by CGST Act s. 2(103): CGST and SGST.</summary>
    UnionTerritoryWithLegislature,

    /// <summary>A union territory by CGST Act s. 2(114): CGST and UTGST.</summary>
    UnionTerritory,
}
