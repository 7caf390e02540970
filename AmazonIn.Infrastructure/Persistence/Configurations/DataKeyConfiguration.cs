using AmazonIn.Domain.Orders;
using AmazonIn.Infrastructure.Persistence.Conventions;
using AmazonIn.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmazonIn.Infrastructure.Persistence.Configurations;

internal sealed class DataKeyConfiguration : IEntityTypeConfiguration<DataKey>
{
    public void Configure(EntityTypeBuilder<DataKey> builder)
    {
        builder.ToTable("DataKeys");
        builder.Property(key => key.Id).ValueGeneratedNever();
        builder.Property(key => key.AmazonOrderId).HasMaxLength(SalesOrder.AmazonOrderIdMaxLength).IsOrdinal();
        builder.Property(key => key.MasterKeyId).HasMaxLength(DataKey.MasterKeyIdLength).IsUnicode(false);
        builder.Property(key => key.Wrapped).HasMaxLength(DataKey.WrappedLength);
        builder.HasIndex(key => new { key.ChannelId, key.AmazonOrderId }).IsUnique();
    }
}
