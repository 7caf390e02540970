using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Customers;
using AmazonIn.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmazonIn.Infrastructure.Persistence.Configurations;

internal sealed class CustomerConfiguration : IEntityTypeConfiguration<Customer>
{
    public void Configure(EntityTypeBuilder<Customer> builder)
    {
        builder.ToTable("Customers");
        builder.Property(customer => customer.Name).HasMaxLength(Customer.NameMaxLength);
        builder.Property(customer => customer.BuyerKey).HasMaxLength(Customer.BuyerKeyMaxLength).IsOrdinal();
        builder.HasOne<SalesChannel>().WithMany()
            .HasForeignKey(customer => customer.ChannelId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(customer => new { customer.ChannelId, customer.BuyerKey }).IsUnique();
        builder.HasIndex(customer => customer.LastOrderAt);
    }
}
