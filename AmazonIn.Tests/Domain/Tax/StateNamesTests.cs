using AmazonIn.Domain.Tax;

namespace AmazonIn.Tests.Domain.Tax;

public sealed class StateNamesTests
{
    // The spellings of a public export of 128,975 Amazon.in order rows (security.md section 5.3).
    public static TheoryData<string, string> SpellingsSeenInRealOrders { get; } = new()
    {
        { "JAMMU & KASHMIR", "01" }, { "HIMACHAL PRADESH", "02" },
        { "PUNJAB", "03" }, { "Punjab", "03" }, { "punjab", "03" }, { "Punjab/Mohali/Zirakpur", "03" }, { "PB", "03" },
        { "CHANDIGARH", "04" }, { "Chandigarh", "04" }, { "UTTARAKHAND", "05" }, { "HARYANA", "06" },
        { "DELHI", "07" }, { "Delhi", "07" }, { "delhi", "07" }, { "New Delhi", "07" },
        { "RAJASTHAN", "08" }, { "Rajasthan", "08" }, { "rajasthan", "08" }, { "Rajshthan", "08" },
        { "Rajsthan", "08" }, { "rajsthan", "08" }, { "RJ", "08" }, { "UTTAR PRADESH", "09" },
        { "BIHAR", "10" }, { "Bihar", "10" }, { "bihar", "10" }, { "SIKKIM", "11" }, { "Sikkim", "11" },
        { "ARUNACHAL PRADESH", "12" }, { "Arunachal Pradesh", "12" }, { "Arunachal pradesh", "12" }, { "AR", "12" },
        { "NAGALAND", "13" }, { "Nagaland", "13" }, { "NL", "13" }, { "MANIPUR", "14" }, { "Manipur", "14" },
        { "MIZORAM", "15" }, { "Mizoram", "15" }, { "TRIPURA", "16" }, { "MEGHALAYA", "17" }, { "Meghalaya", "17" },
        { "ASSAM", "18" }, { "WEST BENGAL", "19" }, { "JHARKHAND", "20" },
        { "ODISHA", "21" }, { "Odisha", "21" }, { "Orissa", "21" }, { "orissa", "21" }, { "CHHATTISGARH", "22" },
        { "MADHYA PRADESH", "23" }, { "Gujarat", "24" }, { "DADRA AND NAGAR", "26" }, { "MAHARASHTRA", "27" },
        { "KARNATAKA", "29" }, { "GOA", "30" }, { "Goa", "30" }, { "goa", "30" }, { "LAKSHADWEEP", "31" },
        { "KERALA", "32" }, { "TAMIL NADU", "33" }, { "PUDUCHERRY", "34" }, { "Puducherry", "34" },
        { "Pondicherry", "34" }, { "ANDAMAN & NICOBAR ", "35" }, { "TELANGANA", "36" }, { "ANDHRA PRADESH", "37" },
        { "LADAKH", "38" },
    };

    [Theory]
    [MemberData(nameof(SpellingsSeenInRealOrders))]
    [Trait("Row", "T2")]
    public void Every_spelling_seen_in_real_orders_is_read(string text, string code) =>
        Assert.Equal(code, StateNames.Read(text)?.Code);

    [Theory]
    [InlineData(" tamil  nadu.", "33")]
    [InlineData("Tamilnadu", "33")]
    [InlineData("jammu AND kashmir", "01")]
    [InlineData("j&k", "01")]
    [InlineData("NCT of Delhi", "07")]
    [InlineData("Andaman and Nicobar Islands", "35")]
    [InlineData("DADRA & NAGAR HAVELI AND DAMAN & DIU", "26")]
    public void Case_blanks_punctuation_and_ampersands_make_no_difference(string text, string code) =>
        Assert.Equal(code, StateNames.Read(text)?.Code);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("UT")]
    [InlineData("APO")]
    [InlineData("Bombay Presidency")]
    [InlineData("कर्नाटक")]
    public void What_is_not_certain_stays_unknown(string? text) => Assert.Null(StateNames.Read(text));

    [Fact]
    public void Each_official_name_reads_as_its_own_state()
    {
        Assert.Equal(36, GstState.All.Count);
        Assert.All(GstState.All, state => Assert.Equal(state, StateNames.Read(state.Name)));
    }

    [Theory]
    [InlineData("25", "26")]
    [InlineData("28", "37")]
    [InlineData("96", null)]
    [InlineData("99", null)]
    public void Old_codes_lead_to_their_successor_and_foreign_ones_nowhere(string code, string? expected) =>
        Assert.Equal(expected, GstState.Find(code)?.Code);
}
