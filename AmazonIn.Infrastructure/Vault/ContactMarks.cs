namespace AmazonIn.Infrastructure.Vault;

/// <summary>How the two kinds of a customer's key begin.</summary>
internal static class ContactMarks
{
    /// <summary>A keyed hash of the buyer's relay address: recognises the person.</summary>
    public const string Buyer = "buyer:";

    /// <summary>The order's own id, where there is no address: recognises nobody.</summary>
    public const string Order = "order:";
}
