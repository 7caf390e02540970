namespace AmazonIn.Portal.Features.Stock;

/// <summary>One line of the transfer form as typed.</summary>
internal sealed class TransferLine
{
    public string Sku { get; set; } = string.Empty;

    public string Units { get; set; } = string.Empty;

    public bool IsBlank => Sku.Length == 0 && Units.Trim().Length == 0;
}
