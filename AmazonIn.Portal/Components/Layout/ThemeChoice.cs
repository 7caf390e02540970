namespace AmazonIn.Portal.Components.Layout;

/// <summary>Which palette a person wants.</summary>
public enum ThemeChoice
{
    /// <summary>As the device says.</summary>
    System,

    Light,

    Dark,
}
