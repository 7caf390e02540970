using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Sync;
using AmazonIn.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmazonIn.Infrastructure.Persistence.Configurations;

internal sealed class SyncRetryConfiguration : IEntityTypeConfiguration<SyncRetry>
{
    public void Configure(EntityTypeBuilder<SyncRetry> builder)
    {
        builder.ToTable("SyncRetries");
        builder.Property(retry => retry.Key).HasMaxLength(SyncEntry.KeyMaxLength).IsOrdinal();
        builder.Ignore(retry => retry.Parked);
        builder.HasOne<SalesChannel>().WithMany().HasForeignKey(retry => retry.ChannelId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(retry => new { retry.ChannelId, retry.Module, retry.Key }).IsUnique();
    }
}
