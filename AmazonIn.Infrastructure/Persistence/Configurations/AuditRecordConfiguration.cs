using AmazonIn.Domain.Audit;
using AmazonIn.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmazonIn.Infrastructure.Persistence.Configurations;

/// <summary>No foreign key leads out of this table or into it: records outlive what they are about.</summary>
internal sealed class AuditRecordConfiguration : IEntityTypeConfiguration<AuditRecord>
{
    public void Configure(EntityTypeBuilder<AuditRecord> builder)
    {
        builder.ToTable("AuditRecords");

        // The key is what keeps two portals from taking the same place in the chain.
        builder.HasKey(record => record.Sequence);
        builder.Property(record => record.Sequence).ValueGeneratedNever();
        builder.Property(record => record.ActorId).HasMaxLength(AuditRecord.ActorIdMaxLength).IsOrdinal();
        builder.Property(record => record.ActorName).HasMaxLength(AuditRecord.ActorNameMaxLength);
        builder.Property(record => record.Origin).HasMaxLength(AuditRecord.OriginMaxLength);
        builder.Property(record => record.Action).HasMaxLength(AuditRecord.ActionMaxLength).IsUnicode(false);
        builder.Property(record => record.Subject).HasMaxLength(AuditRecord.SubjectMaxLength).IsOrdinal();
        builder.Property(record => record.SubjectText).HasMaxLength(AuditRecord.SubjectTextMaxLength);
        builder.Property(record => record.Reason).HasMaxLength(AuditText.ReasonMaxLength);
        builder.Property(record => record.Details).HasMaxLength(AuditDetails.MaxLength);
        builder.Property(record => record.PreviousHash).HasMaxLength(AuditRecord.HashLength).IsUnicode(false);
        builder.Property(record => record.Hash).HasMaxLength(AuditRecord.HashLength).IsUnicode(false);
        builder.HasIndex(record => record.At);
        builder.HasIndex(record => new { record.ActorId, record.Sequence });
        builder.HasIndex(record => new { record.Subject, record.Sequence });
    }
}
