using AmazonIn.Domain.Channels;
using AmazonIn.Infrastructure.Persistence.Conventions;
using AmazonIn.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmazonIn.Infrastructure.Persistence.Configurations;

internal sealed class QuotaBucketConfiguration : IEntityTypeConfiguration<QuotaBucket>
{
    public void Configure(EntityTypeBuilder<QuotaBucket> builder)
    {
        builder.ToTable("QuotaBuckets");
        builder.Property(bucket => bucket.SellerId).HasMaxLength(SalesChannel.SellerIdMaxLength).IsOrdinal();
        builder.Property(bucket => bucket.Operation).HasMaxLength(QuotaBucket.OperationMaxLength).IsOrdinal();
        builder.Property(bucket => bucket.Version).IsConcurrencyToken();
        builder.HasIndex(bucket => new { bucket.SellerId, bucket.Operation }).IsUnique();
    }
}
