using AmazonIn.Domain.Channels;
using AmazonIn.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmazonIn.Infrastructure.Persistence.Configurations;

internal sealed class ChannelCredentialConfiguration : IEntityTypeConfiguration<ChannelCredential>
{
    public void Configure(EntityTypeBuilder<ChannelCredential> builder)
    {
        builder.ToTable("ChannelCredentials");
        builder.HasKey(credential => credential.ChannelId);
        builder.Property(credential => credential.ChannelId).ValueGeneratedNever();
        builder.Property(credential => credential.ProtectedToken).HasMaxLength(ChannelCredential.TokenMaxLength);
        builder.HasOne<SalesChannel>().WithOne()
            .HasForeignKey<ChannelCredential>(credential => credential.ChannelId).OnDelete(DeleteBehavior.Cascade);
    }
}
