using AmazonIn.Domain.Ports.Queries;

namespace AmazonIn.Domain.Ports.Parcels;

/// <summary>What is in a package and who it goes to.</summary>
/// <param name="Sender">The organisation's name.</param>
/// <param name="Recipient">Null where the portal holds none, or no longer.</param>
/// <param name="WithoutRecipient">Why there is none, in a sentence; null where there is one.</param>
/// <param name="Notes">Gift messages and wishes by line of the order; personal data.</param>
public sealed record PackageSlip(
    PackageRow Package,
    DateTimeOffset OrderedAt,
    string Sender,
    string Warehouse,
    Recipient? Recipient,
    string? WithoutRecipient,
    IReadOnlyDictionary<long, string> Notes)
{
    public override string ToString() => $"Slip of {Package.Number}";
}
