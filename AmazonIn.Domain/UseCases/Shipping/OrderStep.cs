namespace AmazonIn.Domain.UseCases.Shipping;

/// <summary>A step with a whole order that is explained before it is taken (O4).</summary>
public enum OrderStep
{
    Void,
    Unfulfil,
    Fulfil,
}
