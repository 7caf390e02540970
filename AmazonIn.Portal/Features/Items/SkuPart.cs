namespace AmazonIn.Portal.Features.Items;

/// <summary>A stretch of a SKU; blank ones are marked, since they count but cannot be seen.</summary>
internal sealed record SkuPart(string Text, bool IsBlank);
