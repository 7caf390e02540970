using AmazonIn.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Infrastructure.Persistence;

/// <summary>
/// The services that a context built by hand must be given: Identity reads its schema version from them, and a
/// context without them silently gets another model.
/// </summary>
internal static class DesignTimeServices
{
    public static IServiceProvider Instance { get; } = new ServiceCollection()
        .Configure<IdentityOptions>(PortalIdentity.Configure)
        .BuildServiceProvider();
}
