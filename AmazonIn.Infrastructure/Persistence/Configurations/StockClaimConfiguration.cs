using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Stock;
using AmazonIn.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmazonIn.Infrastructure.Persistence.Configurations;

internal sealed class StockClaimConfiguration : IEntityTypeConfiguration<StockClaim>
{
    public void Configure(EntityTypeBuilder<StockClaim> builder)
    {
        builder.ToTable("StockClaims");
        builder.Property(claim => claim.OrderKey).HasMaxLength(StockClaim.OrderKeyMaxLength).IsOrdinal();
        builder.Property(claim => claim.LineKey).HasMaxLength(StockClaim.LineKeyMaxLength).IsOrdinal();
        builder.Property(claim => claim.Version).IsConcurrencyToken();
        builder.HasOne<Warehouse>().WithMany()
            .HasForeignKey(claim => claim.WarehouseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Item>().WithMany().HasForeignKey(claim => claim.ItemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(claim => new { claim.OrderKey, claim.LineKey }).IsUnique();

        // "What is reserved, and for whom?"
        builder.HasIndex(claim => claim.ItemId).HasFilter("[Reserved] <> 0");
    }
}
