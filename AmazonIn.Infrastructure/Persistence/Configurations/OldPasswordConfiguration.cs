using AmazonIn.Infrastructure.Identity;
using AmazonIn.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmazonIn.Infrastructure.Persistence.Configurations;

internal sealed class OldPasswordConfiguration : IEntityTypeConfiguration<OldPassword>
{
    public void Configure(EntityTypeBuilder<OldPassword> builder)
    {
        builder.ToTable("OldPasswords");
        builder.Property(password => password.Hash).HasMaxLength(OldPassword.HashMaxLength);
        builder.HasIndex(password => password.UserId);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(password => password.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
