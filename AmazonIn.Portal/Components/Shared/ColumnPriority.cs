namespace AmazonIn.Portal.Components.Shared;

/// <summary>Which columns go first when the window is narrow.</summary>
public enum ColumnPriority
{
    Always,

    /// <summary>Left out below 1100 px.</summary>
    Wide,

    /// <summary>Left out below 760 px.</summary>
    Medium,
}
