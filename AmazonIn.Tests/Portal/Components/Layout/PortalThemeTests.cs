using AmazonIn.Portal.Components.Layout;
using MudBlazor;
using MudBlazor.Utilities;

namespace AmazonIn.Tests.Portal.Components.Layout;

[Trait("Row", "A5")]
public sealed class PortalThemeTests
{
    private const double Enough = 4.5;

    public static TheoryData<string> Themes => ["light", "dark"];

    [Theory]
    [MemberData(nameof(Themes))]
    public void Every_text_colour_keeps_its_contrast_on_every_surface(string theme)
    {
        var palette = PaletteOf(theme);
        MudColor[] grounds =
        [
            palette.Background, palette.BackgroundGray, palette.Surface, palette.DrawerBackground, palette.AppbarBackground,
            palette.TableHover,
        ];
        MudColor[] texts =
        [
            palette.TextPrimary, palette.TextSecondary, palette.Primary, palette.Info, palette.Success, palette.Warning,
            palette.Error, palette.DrawerText, palette.DrawerIcon, palette.AppbarText,
        ];

        var weak = from ground in grounds
                   from text in texts
                   where Contrast(text, ground) < Enough
                   select $"{text} on {ground}: {Contrast(text, ground):0.00}";

        Assert.Empty(weak);
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Words_on_chips_keep_their_contrast_on_the_tinted_ground(string theme)
    {
        var palette = PaletteOf(theme);
        MudColor[] tones = [palette.TextSecondary, palette.Info, palette.Success, palette.Warning, palette.Error, palette.Primary];

        // portal.css tints chips with 10 to 14 parts of a hundred of the word's own colour.
        var weak = tones.Where(tone => Contrast(tone, Mix(tone, palette.Surface, 0.14)) < Enough)
            .Select(tone => $"{tone}: {Contrast(tone, Mix(tone, palette.Surface, 0.14)):0.00}");

        Assert.Empty(weak);
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Words_on_filled_buttons_keep_their_contrast(string theme)
    {
        var palette = PaletteOf(theme);

        Assert.True(Contrast(palette.PrimaryContrastText, palette.Primary) >= Enough);
        Assert.True(Contrast(palette.ErrorContrastText, palette.Error) >= Enough);
        Assert.True(Contrast(palette.DarkContrastText, palette.Dark) >= Enough);
    }

    [Fact]
    public void The_measure_itself_tells_good_from_bad()
    {
        Assert.Equal(21, Contrast(new MudColor("#000000"), new MudColor("#FFFFFF")), 2);
        Assert.True(Contrast(new MudColor("#AAAAAA"), new MudColor("#FFFFFF")) < Enough);
    }

    private static Palette PaletteOf(string theme) =>
        theme == "dark" ? PortalTheme.Theme.PaletteDark : PortalTheme.Theme.PaletteLight;

    private static double Contrast(MudColor one, MudColor other)
    {
        var (light, dark) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Luminance(MudColor color) =>
        (0.2126 * Linear(color.R)) + (0.7152 * Linear(color.G)) + (0.0722 * Linear(color.B));

    private static double Linear(byte channel)
    {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }

    private static MudColor Mix(MudColor tone, MudColor ground, double part) => new(
        (byte)Math.Round((tone.R * part) + (ground.R * (1 - part))),
        (byte)Math.Round((tone.G * part) + (ground.G * (1 - part))),
        (byte)Math.Round((tone.B * part) + (ground.B * (1 - part))),
        (byte)255);
}
