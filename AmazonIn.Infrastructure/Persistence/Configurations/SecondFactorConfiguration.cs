using AmazonIn.Infrastructure.Identity;
using AmazonIn.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmazonIn.Infrastructure.Persistence.Configurations;

internal sealed class SecondFactorConfiguration : IEntityTypeConfiguration<SecondFactor>
{
    public void Configure(EntityTypeBuilder<SecondFactor> builder)
    {
        builder.ToTable("SecondFactors");
        builder.HasKey(factor => factor.UserId);
        builder.Property(factor => factor.UserId).ValueGeneratedNever();
        builder.Property(factor => factor.Secret).HasMaxLength(SecondFactor.SecretMaxLength);
        builder.HasOne<PortalUser>().WithOne().HasForeignKey<SecondFactor>(factor => factor.UserId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
