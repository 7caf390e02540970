namespace AmazonIn.Domain.Ports.Stores;

/// <summary>Work that only one portal does at a time, however many share the database.</summary>
public interface IWorkLeases
{
    /// <summary>Takes a lease that is free or has expired, or prolongs one's own.</summary>
    /// <returns>Whether <paramref name="owner"/> holds it until <paramref name="until"/>; false: somebody else does.</returns>
    Task<bool> TakeAsync(
        string name, string owner, DateTimeOffset until, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Gives leases back so that another portal need not wait for them to expire.</summary>
    Task ReleaseAsync(string owner, CancellationToken cancellationToken);
}
