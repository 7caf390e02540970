using AmazonIn.Portal.Features.Items;
using AmazonIn.Tests.Portal.Components.Shared;
using Bunit;

namespace AmazonIn.Tests.Portal.Components.Items;

[Trait("Row", "I5")]
public sealed class SkuTextTests : PortalContext
{
    [Theory]
    [InlineData("KET-BLU-1L")]
    [InlineData(" leading")]
    [InlineData("trailing  ")]
    [InlineData("in the  middle")]
    [InlineData("tab\there")]
    [InlineData("A/B+C \"quoted\" <b>&amp;")]
    [InlineData("साड़ी-லால்-🪔")]
    [InlineData("no\u00A0break")]
    [InlineData("zero\u200Bwidth")]
    [InlineData("  ")]
    public void A_SKU_is_shown_character_for_character(string sku)
    {
        var shown = Render<SkuText>(text => text.Add(component => component.Sku, sku));

        Assert.Equal(sku, shown.Find(".sku").TextContent);
    }

    [Fact]
    public void Blanks_at_the_ends_and_in_a_row_are_marked_and_said()
    {
        var shown = Render<SkuText>(text => text.Add(component => component.Sku, " A B  C\t"));

        Assert.Equal([" ", "  ", "\t"], shown.FindAll(".sku-blank").Select(blank => blank.TextContent));
        Assert.Equal("starts with a blank, has 2 blanks inside, ends with a blank", shown.Find(".sku").GetAttribute("title"));
    }

    [Fact]
    public void A_single_blank_between_words_and_joined_scripts_are_left_alone()
    {
        var shown = Render<SkuText>(text => text.Add(component => component.Sku, "RED SAREE क\u200Dष 👨\u200D👩"));

        Assert.Empty(shown.FindAll(".sku-blank"));
        Assert.Null(shown.Find(".sku").GetAttribute("title"));
    }
}
