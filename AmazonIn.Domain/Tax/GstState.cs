using System.Collections.Frozen;

namespace AmazonIn.Domain.Tax;

/// <summary>
/// A state or union territory of the GST code list. Kinds follow CGST Act s. 2(103) and s. 2(114) as amended from
/// 30 June 2020: Delhi, Puducherry and Jammu and Kashmir have legislatures and levy SGST.
/// </summary>
public sealed record GstState
{
    /// <summary>Length of <see cref="Code"/>.</summary>
    public const int CodeLength = 2;

    private GstState(string code, string name, StateKind kind)
    {
        Code = code;
        Name = name;
        Kind = kind;
    }

    /// <summary>Two digits, as at the head of a GSTIN.</summary>
    public string Code { get; }

    public string Name { get; }

    public StateKind Kind { get; }

    /// <summary>The 36 states and union territories that goods can be delivered in, by code.</summary>
    public static IReadOnlyList<GstState> All { get; } =
    [
        new("01", "Jammu and Kashmir", StateKind.UnionTerritoryWithLegislature),
        new("02", "Himachal Pradesh", StateKind.State),
        new("03", "Punjab", StateKind.State),
        new("04", "Chandigarh", StateKind.UnionTerritory),
        new("05", "Uttarakhand", StateKind.State),
        new("06", "Haryana", StateKind.State),
        new("07", "Delhi", StateKind.UnionTerritoryWithLegislature),
        new("08", "Rajasthan", StateKind.State),
        new("09", "Uttar Pradesh", StateKind.State),
        new("10", "Bihar", StateKind.State),
        new("11", "Sikkim", StateKind.State),
        new("12", "Arunachal Pradesh", StateKind.State),
        new("13", "Nagaland", StateKind.State),
        new("14", "Manipur", StateKind.State),
        new("15", "Mizoram", StateKind.State),
        new("16", "Tripura", StateKind.State),
        new("17", "Meghalaya", StateKind.State),
        new("18", "Assam", StateKind.State),
        new("19", "West Bengal", StateKind.State),
        new("20", "Jharkhand", StateKind.State),
        new("21", "Odisha", StateKind.State),
        new("22", "Chhattisgarh", StateKind.State),
        new("23", "Madhya Pradesh", StateKind.State),
        new("24", "Gujarat", StateKind.State),
        new("26", "Dadra and Nagar Haveli and Daman and Diu", StateKind.UnionTerritory),
        new("27", "Maharashtra", StateKind.State),
        new("29", "Karnataka", StateKind.State),
        new("30", "Goa", StateKind.State),
        new("31", "Lakshadweep", StateKind.UnionTerritory),
        new("32", "Kerala", StateKind.State),
        new("33", "Tamil Nadu", StateKind.State),
        new("34", "Puducherry", StateKind.UnionTerritoryWithLegislature),
        new("35", "Andaman and Nicobar Islands", StateKind.UnionTerritory),
        new("36", "Telangana", StateKind.State),
        new("37", "Andhra Pradesh", StateKind.State),
        new("38", "Ladakh", StateKind.UnionTerritory),
    ];

    private static readonly FrozenDictionary<string, GstState> ByCode =
        All.ToFrozenDictionary(state => state.Code, StringComparer.Ordinal);

    /// <summary>The state of a code, or null. Codes of merged or divided states (25, 28) lead to their successor.</summary>
    public static GstState? Find(string? code) => code switch
    {
        null => null,
        "25" => ByCode["26"],
        "28" => ByCode["37"],
        _ => ByCode.GetValueOrDefault(code),
    };

    public override string ToString() => $"{Code} {Name}";
}
