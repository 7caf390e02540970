using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Stock;
using AmazonIn.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmazonIn.Infrastructure.Persistence.Configurations;

internal sealed class SalesChannelConfiguration : IEntityTypeConfiguration<SalesChannel>
{
    public void Configure(EntityTypeBuilder<SalesChannel> builder)
    {
        builder.ToTable("SalesChannels");
        builder.Property(channel => channel.Name).HasMaxLength(SalesChannel.NameMaxLength);
        builder.Property(channel => channel.MarketplaceId).HasMaxLength(Marketplace.IdMaxLength).IsOrdinal();
        builder.Property(channel => channel.SellerId).HasMaxLength(SalesChannel.SellerIdMaxLength).IsOrdinal();
        builder.Property(channel => channel.Currency).HasMaxLength(3).IsUnicode(false);
        builder.Property(channel => channel.Attention).HasMaxLength(SalesChannel.AttentionMaxLength);
        builder.Property(channel => channel.Version).IsConcurrencyToken();
        builder.Ignore(channel => channel.Marketplace);
        builder.HasOne<Warehouse>().WithMany()
            .HasForeignKey(channel => channel.WarehouseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(channel => new { channel.MarketplaceId, channel.SellerId }).IsUnique();
    }
}
