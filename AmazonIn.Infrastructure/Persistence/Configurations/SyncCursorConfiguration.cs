using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Sync;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmazonIn.Infrastructure.Persistence.Configurations;

internal sealed class SyncCursorConfiguration : IEntityTypeConfiguration<SyncCursor>
{
    public void Configure(EntityTypeBuilder<SyncCursor> builder)
    {
        builder.ToTable("SyncCursors");
        builder.HasOne<SalesChannel>().WithMany().HasForeignKey(cursor => cursor.ChannelId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(cursor => new { cursor.ChannelId, cursor.Module }).IsUnique();
    }
}
