using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Stock;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmazonIn.Infrastructure.Persistence.Configurations;

internal sealed class StockPushConfiguration : IEntityTypeConfiguration<StockPush>
{
    public void Configure(EntityTypeBuilder<StockPush> builder)
    {
        builder.ToTable("StockPushes");
        builder.Property(push => push.FeedId).HasMaxLength(StockPush.FeedIdMaxLength);
        builder.Property(push => push.RequestId).HasMaxLength(StockPush.RequestIdMaxLength);
        builder.Property(push => push.Reason).HasMaxLength(Listing.ReasonMaxLength);
        builder.HasOne<Listing>().WithMany().HasForeignKey(push => push.ListingId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(push => push.ListingId).IsUnique();

        // What waits to be sent, and what waits to be read back: few among many.
        builder.HasIndex(push => push.ChannelId).HasFilter("[Due] = 1");
        builder.HasIndex(push => new { push.ChannelId, push.ReadBackAt }).HasFilter("[ReadBackAt] IS NOT NULL");
        builder.HasIndex(push => push.FeedId).HasFilter("[FeedId] IS NOT NULL");
    }
}
