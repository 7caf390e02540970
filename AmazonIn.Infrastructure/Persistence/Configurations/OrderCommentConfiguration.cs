using AmazonIn.Domain.Orders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmazonIn.Infrastructure.Persistence.Configurations;

internal sealed class OrderCommentConfiguration : IEntityTypeConfiguration<OrderComment>
{
    public void Configure(EntityTypeBuilder<OrderComment> builder)
    {
        builder.ToTable("OrderComments");
        builder.Property(comment => comment.Text).HasMaxLength(OrderComment.TextMaxLength);
        builder.Property(comment => comment.Author).HasMaxLength(OrderComment.AuthorMaxLength);
        builder.HasIndex(comment => comment.SalesOrderId);
    }
}
