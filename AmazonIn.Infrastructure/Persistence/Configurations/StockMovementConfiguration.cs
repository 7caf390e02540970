using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Stock;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmazonIn.Infrastructure.Persistence.Configurations;

internal sealed class StockMovementConfiguration : IEntityTypeConfiguration<StockMovement>
{
    public void Configure(EntityTypeBuilder<StockMovement> builder)
    {
        builder.ToTable("StockMovements");
        builder.Property(movement => movement.Reason).HasMaxLength(StockMovement.ReasonMaxLength);
        builder.Property(movement => movement.Reference).HasMaxLength(StockMovement.ReferenceMaxLength);
        builder.HasOne<Warehouse>().WithMany()
            .HasForeignKey(movement => movement.WarehouseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Item>().WithMany().HasForeignKey(movement => movement.ItemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(movement => movement.ItemId);
    }
}
