using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Domain.UseCases.SetUp;

/// <summary>
/// The unattended start: sets the portal up from its configuration. Does nothing once an administrator exists, so the
/// values may stay in the configuration without bringing a changed password back.
/// </summary>
public sealed class BootstrapPortal(IUserAccounts users, FoundPortal found)
{
    /// <returns>Whether this call set the portal up.</returns>
    public async Task<Result<bool>> RunAsync(SetUpRequest request, CancellationToken cancellationToken)
    {
        if (await users.AnyAdministratorAsync(cancellationToken))
        {
            return false;
        }

        var founded = await found.RunAsync(request, cancellationToken);
        return founded.Error is { } refused ? refused : true;
    }
}
