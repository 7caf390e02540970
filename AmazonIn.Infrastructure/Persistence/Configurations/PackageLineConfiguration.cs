using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Shipping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmazonIn.Infrastructure.Persistence.Configurations;

internal sealed class PackageLineConfiguration : IEntityTypeConfiguration<PackageLine>
{
    public void Configure(EntityTypeBuilder<PackageLine> builder)
    {
        builder.ToTable("PackageLines");
        builder.HasOne<OrderLine>().WithMany().HasForeignKey(line => line.OrderLineId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(line => new { line.PackageId, line.OrderLineId }).IsUnique();
        builder.HasIndex(line => line.OrderLineId);
    }
}
