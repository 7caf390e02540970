using AmazonIn.Domain.Ports.Parcels;
using AmazonIn.Infrastructure.Documents.Pdf;

namespace AmazonIn.Infrastructure.Documents.Parcels;

/// <summary>A box instead of a letter must not send a parcel astray unnoticed.</summary>
internal static class UnreadableNote
{
    public const string Words = "Boxes stand for letters of a script that cannot be printed here: complete the address by hand.";

    public static bool IsNeeded(Recipient recipient) =>
        !recipient.Lines.Append(recipient.Name).Append(recipient.Instructions).All(PrintableText.IsWhole);
}
