using AmazonIn.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmazonIn.Infrastructure.Persistence.Configurations;

internal sealed class WorkLeaseConfiguration : IEntityTypeConfiguration<WorkLease>
{
    public void Configure(EntityTypeBuilder<WorkLease> builder)
    {
        builder.ToTable("WorkLeases");
        builder.Property(lease => lease.Name).HasMaxLength(WorkLease.NameMaxLength).IsUnicode(false);
        builder.Property(lease => lease.Owner).HasMaxLength(WorkLease.OwnerMaxLength);
        builder.Property(lease => lease.Version).IsConcurrencyToken();
        builder.HasIndex(lease => lease.Name).IsUnique();
    }
}
