using AmazonIn.Domain.Sync;
using AmazonIn.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmazonIn.Infrastructure.Persistence.Configurations;

internal sealed class SyncEntryConfiguration : IEntityTypeConfiguration<SyncEntry>
{
    public void Configure(EntityTypeBuilder<SyncEntry> builder)
    {
        builder.ToTable("SyncEntries");
        builder.Property(entry => entry.Key).HasMaxLength(SyncEntry.KeyMaxLength).IsOrdinal();
        builder.Property(entry => entry.ReasonCode).HasMaxLength(SyncEntry.ReasonCodeMaxLength);
        builder.Property(entry => entry.Reason).HasMaxLength(SyncEntry.ReasonMaxLength);
        builder.HasOne<SyncRun>().WithMany().HasForeignKey(entry => entry.RunId).OnDelete(DeleteBehavior.Cascade);

        // In the order of the history page: what was not synced first, then by key.
        builder.HasIndex(entry => new { entry.RunId, entry.Outcome, entry.Key });
    }
}
