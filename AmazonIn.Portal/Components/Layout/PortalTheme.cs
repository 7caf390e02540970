using MudBlazor;

namespace AmazonIn.Portal.Components.Layout;

/// <summary>
/// The two palettes. Each is designed for its own ground, not inverted; every text colour keeps 4.5:1 on the surfaces
/// it stands on (WCAG 2.2, 1.4.3), which a test computes.
/// </summary>
internal static class PortalTheme
{
    // One family: fonts.css maps each script to its own file under the same name.
    private static readonly string[] Families = ["Noto Sans", "system-ui", "sans-serif"];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Black = "#171B22",
            White = "#FFFFFF",
            Primary = "#4146B8",
            PrimaryContrastText = "#FFFFFF",
            Secondary = "#565D6B",
            SecondaryContrastText = "#FFFFFF",
            Tertiary = "#565D6B",
            TertiaryContrastText = "#FFFFFF",
            Info = "#0B6494",
            InfoContrastText = "#FFFFFF",
            Success = "#1B7343",
            SuccessContrastText = "#FFFFFF",
            Warning = "#855400",
            WarningContrastText = "#FFFFFF",
            Error = "#B3261E",
            ErrorContrastText = "#FFFFFF",
            Dark = "#2B313C",
            DarkContrastText = "#FFFFFF",
            TextPrimary = "#1B1F27",
            TextSecondary = "#565D6B",
            TextDisabled = "#6B7280",
            ActionDefault = "#565D6B",
            ActionDisabled = "#8A919E",
            ActionDisabledBackground = "#E6E8ED",
            Background = "#F6F7F9",
            BackgroundGray = "#EEF0F4",
            Surface = "#FFFFFF",
            DrawerBackground = "#FFFFFF",
            DrawerText = "#1B1F27",
            DrawerIcon = "#565D6B",
            AppbarBackground = "#FFFFFF",
            AppbarText = "#1B1F27",
            LinesDefault = "#E1E4EA",
            LinesInputs = "#7D8594",
            TableLines = "#E9EBF0",
            TableHover = "#F2F3F8",
            Divider = "#E1E4EA",
            DividerLight = "#E9EBF0",
            Skeleton = "#E6E8ED",
            OverlayDark = "rgba(20,24,32,0.45)",
            HoverOpacity = 0.06,
        },
        PaletteDark = new PaletteDark
        {
            Black = "#0B0D10",
            White = "#FFFFFF",
            Primary = "#AEB4FF",
            PrimaryContrastText = "#14163A",
            Secondary = "#A6AEBB",
            SecondaryContrastText = "#14181D",
            Tertiary = "#A6AEBB",
            TertiaryContrastText = "#14181D",
            Info = "#78BFF2",
            InfoContrastText = "#062338",
            Success = "#69D197",
            SuccessContrastText = "#04260F",
            Warning = "#F2BE62",
            WarningContrastText = "#2E1D00",
            Error = "#FF9C92",
            ErrorContrastText = "#3D0703",
            Dark = "#2B313C",
            DarkContrastText = "#FFFFFF",
            TextPrimary = "#E7EAEF",
            TextSecondary = "#A6AEBB",
            TextDisabled = "#8A93A1",
            ActionDefault = "#A6AEBB",
            ActionDisabled = "#6C7582",
            ActionDisabledBackground = "#252B33",
            Background = "#101317",
            BackgroundGray = "#14181D",
            Surface = "#181C22",
            DrawerBackground = "#14181D",
            DrawerText = "#E7EAEF",
            DrawerIcon = "#A6AEBB",
            AppbarBackground = "#14181D",
            AppbarText = "#E7EAEF",
            LinesDefault = "#2B313A",
            LinesInputs = "#7F8896",
            TableLines = "#242A32",
            TableHover = "#1F242C",
            Divider = "#2B313A",
            DividerLight = "#242A32",
            Skeleton = "#262C34",
            OverlayDark = "rgba(0,0,0,0.6)",
            HoverOpacity = 0.08,
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px" },
        Typography = new Typography
        {
            Default = new DefaultTypography
            {
                FontFamily = Families,
                FontSize = "0.875rem",
                LineHeight = "1.5",
                LetterSpacing = "normal",
            },
            H1 = new H1Typography { FontFamily = Families, FontSize = "1.5rem", FontWeight = "600", LineHeight = "1.333", LetterSpacing = "-0.005em" },
            H2 = new H2Typography { FontFamily = Families, FontSize = "1.125rem", FontWeight = "600", LineHeight = "1.333", LetterSpacing = "normal" },
            H3 = new H3Typography { FontFamily = Families, FontSize = "1rem", FontWeight = "600", LineHeight = "1.5", LetterSpacing = "normal" },
            H6 = new H6Typography { FontFamily = Families, FontSize = "1.125rem", FontWeight = "600", LineHeight = "1.333", LetterSpacing = "normal" },
            Subtitle1 = new Subtitle1Typography { FontFamily = Families, FontSize = "0.875rem", LetterSpacing = "normal" },
            Subtitle2 = new Subtitle2Typography { FontFamily = Families, FontSize = "0.8125rem", FontWeight = "600", LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontFamily = Families, FontSize = "0.875rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontFamily = Families, FontSize = "0.875rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Caption = new CaptionTypography { FontFamily = Families, FontSize = "0.75rem", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = Families, FontSize = "0.875rem", FontWeight = "600", LineHeight = "1.5", LetterSpacing = "normal", TextTransform = "none" },
        },
    };
}
