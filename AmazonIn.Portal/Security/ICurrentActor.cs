using AmazonIn.Domain.Access;

namespace AmazonIn.Portal.Security;

/// <summary>The person behind the present request or circuit, with the permissions of this moment.</summary>
public interface ICurrentActor
{
    Task<Actor> GetAsync();
}
