using AmazonIn.Infrastructure.Persistence.Configurations;
using AmazonIn.Infrastructure.Persistence.Conventions;
using AmazonIn.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence;

/// <summary>
/// The vault's keys, in a database of their own: a copy of the main database opens nothing without them, and a key
/// destroyed here is destroyed for every copy (security.md 3.1).
/// </summary>
internal abstract class KeyDbContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<DataKey> DataKeys => Set<DataKey>();

    public DbSet<MasterKeyVersion> MasterKeys => Set<MasterKeyVersion>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        ModelConventions.Apply(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfiguration(new DataKeyConfiguration());
        modelBuilder.ApplyConfiguration(new MasterKeyVersionConfiguration());
    }
}
