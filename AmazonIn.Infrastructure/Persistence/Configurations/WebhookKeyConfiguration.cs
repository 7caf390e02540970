using AmazonIn.Domain.Webhooks;
using AmazonIn.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmazonIn.Infrastructure.Persistence.Configurations;

internal sealed class WebhookKeyConfiguration : IEntityTypeConfiguration<WebhookKey>
{
    public void Configure(EntityTypeBuilder<WebhookKey> builder)
    {
        builder.ToTable("WebhookKeys");
        builder.Property(key => key.ProtectedSecret).HasMaxLength(WebhookKey.SecretMaxLength);
        builder.HasOne<WebhookEndpoint>().WithMany()
            .HasForeignKey(key => key.EndpointId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(key => key.EndpointId);
    }
}
