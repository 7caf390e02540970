using AmazonIn.Domain.Shipping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmazonIn.Infrastructure.Persistence.Configurations;

internal sealed class ShipmentConfiguration : IEntityTypeConfiguration<Shipment>
{
    public void Configure(EntityTypeBuilder<Shipment> builder)
    {
        builder.ToTable("Shipments");
        builder.Property(shipment => shipment.CarrierCode).HasMaxLength(Shipment.CarrierCodeMaxLength);
        builder.Property(shipment => shipment.CarrierName).HasMaxLength(Shipment.CarrierNameMaxLength);
        builder.Property(shipment => shipment.TrackingNumber).HasMaxLength(Shipment.TrackingNumberMaxLength);
        builder.Property(shipment => shipment.RequestId).HasMaxLength(Shipment.RequestIdMaxLength);
        builder.Property(shipment => shipment.Answer).HasMaxLength(Shipment.AnswerMaxLength);
        builder.Ignore(shipment => shipment.Number);
        builder.HasIndex(shipment => shipment.PackageId).IsUnique();
        builder.HasIndex(shipment => shipment.State);
        builder.HasIndex(shipment => shipment.ReadBackAt).HasFilter("[ReadBackAt] IS NOT NULL");
    }
}
