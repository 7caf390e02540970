using AmazonIn.Domain.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmazonIn.Infrastructure.Persistence.Configurations;

internal sealed class DeletionCertificateConfiguration : IEntityTypeConfiguration<DeletionCertificate>
{
    public void Configure(EntityTypeBuilder<DeletionCertificate> builder)
    {
        builder.ToTable("DeletionCertificates");
        builder.Property(certificate => certificate.OrdersHash).HasMaxLength(DeletionCertificate.HashLength).IsUnicode(false);
        builder.Property(certificate => certificate.Hash).HasMaxLength(DeletionCertificate.HashLength).IsUnicode(false);
        builder.Ignore(certificate => certificate.Content);
        builder.Ignore(certificate => certificate.IsGenuine);
    }
}
