using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Stock;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmazonIn.Infrastructure.Persistence.Configurations;

internal sealed class StockBalanceConfiguration : IEntityTypeConfiguration<StockBalance>
{
    public void Configure(EntityTypeBuilder<StockBalance> builder)
    {
        builder.ToTable("StockBalances");
        builder.Property(balance => balance.Version).IsConcurrencyToken();
        builder.Ignore(balance => balance.Available);
        builder.HasOne<Warehouse>().WithMany()
            .HasForeignKey(balance => balance.WarehouseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Item>().WithMany().HasForeignKey(balance => balance.ItemId).OnDelete(DeleteBehavior.Restrict);

        // The item leads: lists ask for an item's stock, and a warehouse's is asked for rarely.
        builder.HasIndex(balance => new { balance.ItemId, balance.WarehouseId }).IsUnique();
    }
}
