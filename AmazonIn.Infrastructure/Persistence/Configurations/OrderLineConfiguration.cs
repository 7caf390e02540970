using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Orders;
using AmazonIn.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmazonIn.Infrastructure.Persistence.Configurations;

internal sealed class OrderLineConfiguration : IEntityTypeConfiguration<OrderLine>
{
    public void Configure(EntityTypeBuilder<OrderLine> builder)
    {
        builder.ToTable("OrderLines");
        builder.Property(line => line.OrderItemId).HasMaxLength(OrderLine.OrderItemIdMaxLength).IsOrdinal();
        builder.Property(line => line.Sku).HasMaxLength(Sku.MaxLength).IsOrdinal();
        builder.Property(line => line.Asin).HasMaxLength(Item.AsinMaxLength);
        builder.Property(line => line.Title).HasMaxLength(OrderLine.TitleMaxLength);
        builder.Ignore(line => line.Taxes);
        builder.Ignore(line => line.AddedByHand);
        builder.Ignore(line => line.DiffersFromAmazon);

        builder.HasOne<Item>().WithMany().HasForeignKey(line => line.ItemId).OnDelete(DeleteBehavior.Restrict);

        builder.HasIndex(line => new { line.SalesOrderId, line.OrderItemId }).IsUnique();
        builder.HasIndex(line => line.ItemId);

        // Lines of SKUs that we do not know yet: few, and looked for with every page of listings.
        builder.HasIndex(line => line.Sku).HasFilter("[ItemId] IS NULL");
    }
}
