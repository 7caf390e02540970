using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Sync;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmazonIn.Infrastructure.Persistence.Configurations;

internal sealed class SyncRunConfiguration : IEntityTypeConfiguration<SyncRun>
{
    public void Configure(EntityTypeBuilder<SyncRun> builder)
    {
        builder.ToTable("SyncRuns");
        builder.Property(run => run.RequestedBy).HasMaxLength(SyncRun.RequestedByMaxLength);
        builder.Property(run => run.Message).HasMaxLength(SyncRun.MessageMaxLength);
        builder.Property(run => run.PageToken).HasMaxLength(SyncRun.PageTokenMaxLength);
        builder.Property(run => run.LeaseOwner).HasMaxLength(SyncRun.OwnerMaxLength);
        builder.Property(run => run.ActiveKey).HasMaxLength(64).IsUnicode(false);
        builder.Property(run => run.RunningKey).HasMaxLength(64).IsUnicode(false);
        builder.Ignore(run => run.IsActive);
        builder.HasOne<SalesChannel>().WithMany().HasForeignKey(run => run.ChannelId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(run => run.ActiveKey).IsUnique();
        builder.HasIndex(run => run.RunningKey).IsUnique();
        builder.HasIndex(run => run.RequestedAt);
    }
}
