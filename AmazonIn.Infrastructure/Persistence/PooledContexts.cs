using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence;

/// <summary>Hands out pooled contexts of a provider as what they have in common.</summary>
internal sealed class PooledContexts<TContext, TProvider>(IDbContextFactory<TProvider> pool) : IDbContextFactory<TContext>
    where TContext : DbContext
    where TProvider : TContext
{
    public TContext CreateDbContext() => pool.CreateDbContext();

    public async Task<TContext> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
        await pool.CreateDbContextAsync(cancellationToken);
}
