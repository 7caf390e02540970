using AmazonIn.Domain.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmazonIn.Infrastructure.Persistence.Configurations;

internal sealed class WebhookDeliveryConfiguration : IEntityTypeConfiguration<WebhookDelivery>
{
    private const string Waiting = "[NextAttemptAt] IS NOT NULL";

    public void Configure(EntityTypeBuilder<WebhookDelivery> builder)
    {
        builder.ToTable("WebhookDeliveries");
        builder.Property(delivery => delivery.MessageId).HasMaxLength(WebhookDelivery.MessageIdMaxLength).IsUnicode(false);
        builder.Property(delivery => delivery.Type).HasMaxLength(WebhookEventType.MaxLength).IsUnicode(false);
        builder.Property(delivery => delivery.SubjectKind).HasMaxLength(WebhookEventType.MaxLength).IsUnicode(false);
        builder.HasOne<WebhookEndpoint>().WithMany()
            .HasForeignKey(delivery => delivery.EndpointId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(delivery => delivery.EndpointId);
        builder.HasIndex(delivery => delivery.OccurredAt);

        // What waits to be sent, and what waits before it: few among many.
        builder.HasIndex(delivery => new { delivery.EndpointId, delivery.NextAttemptAt }).HasFilter(Waiting);
        builder.HasIndex(delivery => new { delivery.EndpointId, delivery.SubjectKind, delivery.SubjectId }).HasFilter(Waiting);
    }
}
