using System.Globalization;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Shipping;

namespace AmazonIn.Domain.UseCases.Audit;

/// <summary>How records name a carrier of our table.</summary>
public static class AuditedCarrier
{
    public static AuditEntry Entry(Actor actor, string action, Carrier carrier) =>
        new(actor, action, AuditOutcome.Granted, SubjectOf(carrier), carrier.Name);

    /// <summary>Before it is stored, a carrier has no number.</summary>
    public static string SubjectOf(Carrier carrier) =>
        carrier.Id == 0 ? "carrier" : string.Create(CultureInfo.InvariantCulture, $"carrier:{carrier.Id}");
}
