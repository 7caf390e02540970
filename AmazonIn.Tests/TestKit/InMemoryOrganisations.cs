using AmazonIn.Domain.Organisations;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Tax;

namespace AmazonIn.Tests.TestKit;

internal sealed class InMemoryOrganisations : IOrganisationStore
{
    public Organisation? Organisation { get; set; } =
        new("Meera Crafts", "INR", GstState.Find("29"), "Asia/Kolkata", taxRatesEnabled: true);

    public Task<Organisation?> FindAsync(CancellationToken cancellationToken) => Task.FromResult(Organisation);

    public Task SaveAsync(Organisation organisation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Organisation = organisation;
        return Task.CompletedTask;
    }
}
