using AmazonIn.Domain.Access;

namespace AmazonIn.Portal.Security;

/// <summary>
/// The person or key behind the present request or circuit, with the permissions of this moment. Usable in endpoints,
/// static pages and interactive components alike; nobody signed in is an actor without permissions.
/// </summary>
public interface ICurrentActor
{
    Task<Actor> GetAsync();
}
