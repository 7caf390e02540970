using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Shipping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmazonIn.Infrastructure.Persistence.Configurations;

internal sealed class PickupConfiguration : IEntityTypeConfiguration<Pickup>
{
    public void Configure(EntityTypeBuilder<Pickup> builder)
    {
        builder.ToTable("Pickups");
        builder.Property(pickup => pickup.AmazonPackageId).HasMaxLength(Pickup.AmazonIdMaxLength);
        builder.Property(pickup => pickup.SlotId).HasMaxLength(Pickup.AmazonIdMaxLength);
        builder.Property(pickup => pickup.TrackingId).HasMaxLength(Pickup.AmazonIdMaxLength);
        builder.Property(pickup => pickup.ScheduledBy).HasMaxLength(OrderComment.AuthorMaxLength);
        builder.Ignore(pickup => pickup.Size);
        builder.HasIndex(pickup => pickup.PackageId).IsUnique();
    }
}
