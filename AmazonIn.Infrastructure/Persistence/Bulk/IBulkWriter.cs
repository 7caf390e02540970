using AmazonIn.Domain.Ports.Stores;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Bulk;

/// <summary>
/// Writes many rows with few round trips, inside the context's open transaction. Neither ids nor versions of the rows
/// are touched: what a rolled-back transaction gave out must not stay behind (<see cref="Aftermath"/>).
/// </summary>
internal interface IBulkWriter
{
    /// <summary>Adds rows and returns the ids that the database gave them, in the rows' order.</summary>
    Task<IReadOnlyList<long>> InsertAsync<T>(
        DbContext context, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class;

    /// <summary>Adds rows whose ids nobody asks for, or which bring their own.</summary>
    Task AppendAsync<T>(DbContext context, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class;

    /// <summary>Rewrites rows by id.</summary>
    /// <exception cref="ConcurrentChangeException">A row is gone, or was saved by somebody else since it was read.</exception>
    Task UpdateAsync<T>(DbContext context, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class;

    /// <summary>Adds rows that bring their own keys, or rewrites those that exist.</summary>
    Task UpsertAsync<T>(DbContext context, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class;
}
