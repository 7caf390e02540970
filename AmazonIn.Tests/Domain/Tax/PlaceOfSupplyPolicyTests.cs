using AmazonIn.Domain.Customers;
using AmazonIn.Domain.Tax;

namespace AmazonIn.Tests.Domain.Tax;

public sealed class PlaceOfSupplyPolicyTests
{
    [Theory]
    [InlineData("IN")]
    [InlineData("in")]
    [InlineData(null)]
    [InlineData("")]
    [Trait("Row", "U2")]
    public void In_India_the_state_is_read(string? country)
    {
        var (place, flags) = PlaceOfSupplyPolicy.Determine(country, "Karnataka", "560001", null);

        Assert.Equal("29", place.State?.Code);
        Assert.False(place.Abroad);
        Assert.Empty(flags);
    }

    [Fact]
    [Trait("Row", "U2")]
    public void Another_country_is_abroad_whatever_the_state_says()
    {
        var (place, flags) = PlaceOfSupplyPolicy.Determine("NP", "Bagmati", null, null);

        Assert.True(place.Abroad);
        Assert.Null(place.State);
        Assert.Empty(flags);
    }

    [Theory]
    [InlineData(null, "state.missing")]
    [InlineData("APO", "state.army-post-office")]
    [InlineData("Atlantis", "state.unknown")]
    public void A_state_that_is_not_understood_is_flagged_and_not_guessed(string? state, string code)
    {
        var (place, flags) = PlaceOfSupplyPolicy.Determine("IN", state, "900001", null);

        Assert.True(place.Unknown);
        var flag = Assert.Single(flags);
        Assert.Equal(code, flag.Code);
        Assert.True(flag.NeedsDecision);
    }

    [Fact]
    public void A_spelling_that_was_read_is_noted_in_words()
    {
        var (_, flags) = PlaceOfSupplyPolicy.Determine("IN", "Pondicherry", "605001", null);

        var flag = Assert.Single(flags);
        Assert.Equal("State “Pondicherry” read as Puducherry.", flag.Message);
        Assert.False(flag.NeedsDecision);
    }

    [Theory]
    [InlineData("560001", "27", true)]
    [InlineData("400001", "27", false)]
    [InlineData("403001", "27", false)]
    [InlineData("900001", "27", false)]
    [InlineData("40001", "27", false)]
    [InlineData("160001.0", "04", false)]
    [InlineData(null, "27", false)]
    public void A_pin_code_only_warns(string? pin, string state, bool outside) =>
        Assert.Equal(outside, PinCode.LooksOutside(pin, GstState.Find(state)!));

    [Fact]
    public void A_gstin_of_another_state_is_flagged_and_the_address_decides()
    {
        var gstin = Gstin.Parse("27AAPFU0939F1ZV");

        var (place, flags) = PlaceOfSupplyPolicy.Determine("IN", "Karnataka", "560001", gstin);

        Assert.Equal("29", place.State?.Code);
        Assert.Equal("gstin.other-state", Assert.Single(flags).Code);
        Assert.Equal(GstTreatment.RegisteredBusiness, GstTreatmentPolicy.Of(place, gstin));
    }

    [Fact]
    [Trait("Row", "U2")]
    public void Treatment_follows_the_place_of_supply()
    {
        var gstin = Gstin.Parse("27AAPFU0939F1ZV");

        Assert.Equal(GstTreatment.Overseas, GstTreatmentPolicy.Of(new PlaceOfSupply(null, true), gstin));
        Assert.Equal(GstTreatment.Consumer, GstTreatmentPolicy.Of(new PlaceOfSupply(GstState.Find("27"), false), null));
        Assert.Equal(
            GstTreatment.RegisteredBusiness, GstTreatmentPolicy.Of(new PlaceOfSupply(GstState.Find("27"), false), gstin));
    }
}
