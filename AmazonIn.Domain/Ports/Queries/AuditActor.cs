namespace AmazonIn.Domain.Ports.Queries;

/// <summary>Somebody with records in the trail.</summary>
/// <param name="Name">As in their latest record.</param>
public sealed record AuditActor(string Id, string Name);
