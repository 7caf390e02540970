using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Channels;
using AmazonIn.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmazonIn.Infrastructure.Persistence.Configurations;

internal sealed class ListingConfiguration : IEntityTypeConfiguration<Listing>
{
    public void Configure(EntityTypeBuilder<Listing> builder)
    {
        builder.ToTable("Listings");
        builder.Property(listing => listing.Sku).HasMaxLength(Sku.MaxLength).IsOrdinal();
        builder.Property(listing => listing.ParentSku).HasMaxLength(Sku.MaxLength).IsOrdinal();
        builder.Property(listing => listing.Asin).HasMaxLength(Item.AsinMaxLength);
        builder.Property(listing => listing.Title).HasMaxLength(Item.TitleMaxLength);
        builder.Property(listing => listing.FulfilmentChannelCode).HasMaxLength(Listing.ChannelCodeMaxLength);
        builder.Ignore(listing => listing.IsPushable);
        builder.HasOne<SalesChannel>().WithMany()
            .HasForeignKey(listing => listing.ChannelId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Item>().WithMany().HasForeignKey(listing => listing.ItemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(listing => new { listing.ChannelId, listing.Sku }).IsUnique();
        builder.HasIndex(listing => listing.ItemId);
    }
}
