using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Channels;
using AmazonIn.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmazonIn.Infrastructure.Persistence.Configurations;

internal sealed class ItemGroupConfiguration : IEntityTypeConfiguration<ItemGroup>
{
    public void Configure(EntityTypeBuilder<ItemGroup> builder)
    {
        builder.ToTable("ItemGroups");
        builder.Property(group => group.ParentSku).HasMaxLength(Sku.MaxLength).IsOrdinal();
        builder.Property(group => group.Title).HasMaxLength(ItemGroup.TitleMaxLength);
        builder.Property(group => group.Attribute1).HasMaxLength(ItemGroup.AttributeMaxLength);
        builder.Property(group => group.Attribute2).HasMaxLength(ItemGroup.AttributeMaxLength);
        builder.Property(group => group.Attribute3).HasMaxLength(ItemGroup.AttributeMaxLength);
        builder.Ignore(group => group.Attributes);
        builder.HasOne<SalesChannel>().WithMany().HasForeignKey(group => group.ChannelId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(group => new { group.ChannelId, group.ParentSku }).IsUnique();
    }
}
