using AmazonIn.Domain.Orders;
using AmazonIn.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmazonIn.Infrastructure.Persistence.Configurations;

internal sealed class SealedContactRowConfiguration : IEntityTypeConfiguration<SealedContactRow>
{
    public void Configure(EntityTypeBuilder<SealedContactRow> builder)
    {
        builder.ToTable("SealedContacts");
        builder.HasKey(contact => contact.SalesOrderId);
        builder.Property(contact => contact.SalesOrderId).ValueGeneratedNever();
        builder.HasOne<SalesOrder>().WithOne()
            .HasForeignKey<SealedContactRow>(contact => contact.SalesOrderId).OnDelete(DeleteBehavior.Cascade);
    }
}
