namespace AmazonIn.Domain.Tax;

/// <summary>Where goods are supplied for GST: a state of India, abroad, or not yet known.</summary>
/// <param name="State">The state or territory, when it is one of India's and was understood.</param>
/// <param name="Abroad">True when the delivery address is outside India.</param>
public readonly record struct PlaceOfSupply(GstState? State, bool Abroad)
{
    /// <summary>Neither a state nor abroad: the address did not say, so tax is not split and a person decides.</summary>
    public bool Unknown => State is null && !Abroad;
}
