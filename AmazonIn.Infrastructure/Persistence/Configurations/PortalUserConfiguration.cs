using AmazonIn.Infrastructure.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmazonIn.Infrastructure.Persistence.Configurations;

internal sealed class PortalUserConfiguration : IEntityTypeConfiguration<PortalUser>
{
    public void Configure(EntityTypeBuilder<PortalUser> builder)
    {
        builder.Property(user => user.DisplayName).HasMaxLength(PortalUser.DisplayNameMaxLength);
        builder.Property(user => user.InvitedBy).HasMaxLength(PortalUser.ActorMaxLength);
        builder.Property(user => user.ApprovedBy).HasMaxLength(PortalUser.ActorMaxLength);
        builder.Ignore(user => user.IsOpen);
    }
}
