namespace AmazonIn.Infrastructure.Documents.Pdf;

/// <summary>Where a text stands in its width.</summary>
internal enum Align
{
    Start,
    Center,
    End,
}
