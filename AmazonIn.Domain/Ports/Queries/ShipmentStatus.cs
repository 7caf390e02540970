namespace AmazonIn.Domain.Ports.Queries;

/// <summary>A channel's shipments by how far they are, for the integration page.</summary>
/// <param name="Waiting">Not sent yet.</param>
/// <param name="Retrying">Amazon did not answer; tried again by itself.</param>
/// <param name="Refused">Amazon said no: wait for a person.</param>
/// <param name="Differing">Amazon shows them otherwise: wait for a person.</param>
/// <param name="Accepted">Amazon took them; the read-back is still to come.</param>
/// <param name="ConfirmedToday">Read back as sent since the day began.</param>
public sealed record ShipmentStatus(
    int Waiting, int Retrying, int Refused, int Differing, int Accepted, int ConfirmedToday);
