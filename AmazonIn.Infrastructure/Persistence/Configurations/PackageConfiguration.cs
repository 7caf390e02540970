using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Shipping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmazonIn.Infrastructure.Persistence.Configurations;

internal sealed class PackageConfiguration : IEntityTypeConfiguration<Package>
{
    public void Configure(EntityTypeBuilder<Package> builder)
    {
        builder.ToTable("Packages");
        builder.Property(package => package.PackedBy).HasMaxLength(OrderComment.AuthorMaxLength);
        builder.Property(package => package.Version).IsConcurrencyToken();
        builder.Ignore(package => package.Number);
        builder.HasOne<SalesOrder>().WithMany()
            .HasForeignKey(package => package.SalesOrderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(package => package.Lines).WithOne().HasForeignKey(line => line.PackageId);
        builder.HasOne(package => package.Shipment).WithOne().HasForeignKey<Shipment>(shipment => shipment.PackageId);
        builder.HasOne(package => package.Pickup).WithOne().HasForeignKey<Pickup>(pickup => pickup.PackageId);
        builder.HasIndex(package => new { package.SalesOrderId, package.Reference }).IsUnique();
    }
}
