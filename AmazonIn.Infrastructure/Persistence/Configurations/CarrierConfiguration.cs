using AmazonIn.Domain.Shipping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmazonIn.Infrastructure.Persistence.Configurations;

internal sealed class CarrierConfiguration : IEntityTypeConfiguration<Carrier>
{
    public void Configure(EntityTypeBuilder<Carrier> builder)
    {
        builder.ToTable("Carriers");
        builder.Property(carrier => carrier.Name).HasMaxLength(Carrier.NameMaxLength);
        builder.Property(carrier => carrier.AmazonCode).HasMaxLength(Shipment.CarrierCodeMaxLength);
        builder.Property(carrier => carrier.Version).IsConcurrencyToken();
        builder.HasIndex(carrier => carrier.Name).IsUnique();
    }
}
