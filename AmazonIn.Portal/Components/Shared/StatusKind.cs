namespace AmazonIn.Portal.Components.Shared;

/// <summary>What a state means to the person who sees it.</summary>
public enum StatusKind
{
    Neutral,
    Info,
    Success,
    Warning,
    Error,
}
