using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Stock;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmazonIn.Infrastructure.Persistence.Configurations;

internal sealed class StockPushAnswerConfiguration : IEntityTypeConfiguration<StockPushAnswer>
{
    public void Configure(EntityTypeBuilder<StockPushAnswer> builder)
    {
        builder.ToTable("StockPushAnswers");
        builder.Property(answer => answer.Answer).HasMaxLength(Listing.ReasonMaxLength);
        builder.Property(answer => answer.RequestId).HasMaxLength(StockPush.RequestIdMaxLength);
        builder.HasOne<Listing>().WithMany().HasForeignKey(answer => answer.ListingId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(answer => answer.ListingId);
        builder.HasIndex(answer => answer.At);
    }
}
