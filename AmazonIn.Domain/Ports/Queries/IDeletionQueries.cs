using AmazonIn.Domain.Common;
using AmazonIn.Domain.Privacy;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>Reads what was certified to be destroyed.</summary>
public interface IDeletionQueries
{
    /// <summary>Newest first.</summary>
    Task<PageOf<DeletionCertificate>> ListAsync(PageRequest page, CancellationToken cancellationToken);
}
