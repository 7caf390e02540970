using AmazonIn.Domain.Stock;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmazonIn.Infrastructure.Persistence.Configurations;

internal sealed class WarehouseConfiguration : IEntityTypeConfiguration<Warehouse>
{
    public void Configure(EntityTypeBuilder<Warehouse> builder)
    {
        builder.ToTable("Warehouses");
        builder.Property(warehouse => warehouse.Name).HasMaxLength(Warehouse.NameMaxLength);
        builder.Property(warehouse => warehouse.Version).IsConcurrencyToken();
        builder.HasIndex(warehouse => warehouse.Name).IsUnique();

        // At most one row in it, since its rows are all alike: one primary warehouse.
        builder.HasIndex(warehouse => warehouse.IsPrimary).IsUnique().HasFilter("[IsPrimary] = 1");
    }
}
