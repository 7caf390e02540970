namespace AmazonIn.Portal.Features.Integrations;

/// <summary>Where on the form a refusal is shown.</summary>
internal enum RefusalPlace
{
    None,
    Form,
    SellerId,
    Token,
}
