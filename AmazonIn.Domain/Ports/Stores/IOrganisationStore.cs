using AmazonIn.Domain.Organisations;

namespace AmazonIn.Domain.Ports.Stores;

public interface IOrganisationStore
{
    /// <summary>The organisation, or null before set-up.</summary>
    Task<Organisation?> FindAsync(CancellationToken cancellationToken);

    /// <summary>Adds or saves it. The first save also makes the primary warehouse and the initial tax rates.</summary>
    /// <exception cref="ConcurrentChangeException">Somebody else saved in between.</exception>
    Task SaveAsync(Organisation organisation, DateTimeOffset now, CancellationToken cancellationToken);
}
