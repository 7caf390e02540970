using AmazonIn.Domain.Catalog;
using AmazonIn.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmazonIn.Infrastructure.Persistence.Configurations;

internal sealed class ItemConfiguration : IEntityTypeConfiguration<Item>
{
    public void Configure(EntityTypeBuilder<Item> builder)
    {
        builder.ToTable("Items");
        builder.Property(item => item.Sku).HasMaxLength(Sku.MaxLength).IsOrdinal();
        builder.Property(item => item.Title).HasMaxLength(Item.TitleMaxLength);
        builder.Property(item => item.Asin).HasMaxLength(Item.AsinMaxLength);
        builder.Property(item => item.Value1).HasMaxLength(Item.AttributeMaxLength);
        builder.Property(item => item.Value2).HasMaxLength(Item.AttributeMaxLength);
        builder.Property(item => item.Value3).HasMaxLength(Item.AttributeMaxLength);
        builder.HasOne<ItemGroup>().WithMany().HasForeignKey(item => item.ItemGroupId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(item => item.Sku).IsUnique();
        builder.HasIndex(item => item.ItemGroupId);
    }
}
