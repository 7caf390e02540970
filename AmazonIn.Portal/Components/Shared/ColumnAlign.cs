namespace AmazonIn.Portal.Components.Shared;

/// <summary>Words start, figures end.</summary>
public enum ColumnAlign
{
    Start,
    End,
}
