using System.Globalization;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Privacy;

namespace AmazonIn.Domain.UseCases.Audit;

/// <summary>How the trail repeats a certificate, so that neither can be changed without the other.</summary>
internal static class AuditedCertificate
{
    /// <param name="actor">Whose act destroyed it.</param>
    public static AuditEntry Entry(Actor actor, DeletionCertificate certificate) =>
        new AuditEntry(
            actor,
            AuditAction.DeleteContacts,
            AuditOutcome.Done,
            string.Create(CultureInfo.InvariantCulture, $"certificate:{certificate.Id}"),
            $"Certificate {certificate.Id}")
        .With("orders", certificate.Orders.ToString(CultureInfo.InvariantCulture))
        .With("keys", certificate.Keys.ToString(CultureInfo.InvariantCulture))
        .With("contacts", certificate.Contacts.ToString(CultureInfo.InvariantCulture))
        .With("buyer-marks", certificate.BuyerMarks.ToString(CultureInfo.InvariantCulture))
        .With("sha-256", certificate.Hash);

    /// <summary>What is destroyed is destroyed: the records come after, and the certificates stand without them.</summary>
    public static async Task RecordCertificatesAsync(this RemovedChannel removed, IAuditTrail audit, Actor actor)
    {
        foreach (var certificate in removed.Certificates)
        {
            await audit.RecordAsync(Entry(actor, certificate), CancellationToken.None);
        }
    }
}
