namespace AmazonIn.Portal.Components.Layout;

/// <summary>
/// What a browser remembers about the frame, read from its cookies with the page so that the first paint is right.
/// </summary>
/// <param name="Theme">The person's choice.</param>
/// <param name="SystemIsDark">What the device last said.</param>
/// <param name="NavigationCollapsed">Icons only.</param>
public sealed record FramePreferences(ThemeChoice Theme, bool SystemIsDark, bool NavigationCollapsed)
{
    public const string ThemeCookie = "ain-theme";
    public const string DeviceCookie = "ain-device";
    public const string NavigationCookie = "ain-nav";

    public static FramePreferences Default { get; } = new(ThemeChoice.System, false, false);

    public bool IsDark => Theme == ThemeChoice.Dark || (Theme == ThemeChoice.System && SystemIsDark);

    public static FramePreferences Read(IRequestCookieCollection cookies) => new(
        Enum.TryParse<ThemeChoice>(cookies[ThemeCookie], ignoreCase: true, out var theme) && Enum.IsDefined(theme)
            ? theme
            : ThemeChoice.System,
        cookies[DeviceCookie] == "dark",
        cookies[NavigationCookie] == "rail");
}
