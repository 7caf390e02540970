using System.Globalization;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Customers;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.Stock;
using AmazonIn.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmazonIn.Infrastructure.Persistence.Configurations;

internal sealed class SalesOrderConfiguration : IEntityTypeConfiguration<SalesOrder>
{
    public void Configure(EntityTypeBuilder<SalesOrder> builder)
    {
        builder.ToTable("SalesOrders");
        builder.Property(order => order.AmazonOrderId).HasMaxLength(SalesOrder.AmazonOrderIdMaxLength).IsOrdinal();
        builder.Property(order => order.ReplacesOrderId).HasMaxLength(SalesOrder.AmazonOrderIdMaxLength).IsOrdinal();
        builder.Property(order => order.Currency).HasMaxLength(SalesOrder.CurrencyLength).IsUnicode(false);
        builder.Property(order => order.ShipToCountry).HasMaxLength(2);
        builder.Property(order => order.PaymentMethod).HasMaxLength(SalesOrder.PaymentMethodMaxLength);
        builder.Property(order => order.Fingerprint).HasMaxLength(OrderFingerprint.Length).IsUnicode(false);
        builder.Property(order => order.Flags).HasConversion(new OrderFlagsConverter(), new OrderFlagsComparer());
        builder.Property(order => order.Version).IsConcurrencyToken();
        builder.Ignore(order => order.Number);
        builder.Ignore(order => order.IsOpen);
        builder.Ignore(order => order.ChangedByHand);
        builder.Ignore(order => order.AwaitsCancelDecision);
        builder.Ignore(order => order.Place);

        builder.HasOne<SalesChannel>().WithMany().HasForeignKey(order => order.ChannelId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Customer>().WithMany().HasForeignKey(order => order.CustomerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Warehouse>().WithMany().HasForeignKey(order => order.WarehouseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(order => order.Lines).WithOne().HasForeignKey(line => line.SalesOrderId);
        builder.HasMany(order => order.Comments).WithOne().HasForeignKey(comment => comment.SalesOrderId);

        builder.HasIndex(order => new { order.ChannelId, order.AmazonOrderId }).IsUnique();
        builder.HasIndex(order => order.OrderedAt);
        builder.HasIndex(order => order.UpdatedAt);
        builder.HasIndex(order => new { order.Status, order.OrderedAt });
        builder.HasIndex(order => order.CustomerId);
        builder.HasIndex(order => order.ContactExpiresAt).HasFilter("[ContactDeletedAt] IS NULL");
        builder.HasIndex(order => order.ExpiryStarts)
            .HasFilter(string.Create(CultureInfo.InvariantCulture, $"[ExpiryStarts] > {RetentionClock.RestartsTold}"));
        builder.HasIndex(order => order.NeedsDecision).HasFilter("[NeedsDecision] = 1");
    }
}
