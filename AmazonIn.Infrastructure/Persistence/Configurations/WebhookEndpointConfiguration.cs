using AmazonIn.Domain.Sync;
using AmazonIn.Domain.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmazonIn.Infrastructure.Persistence.Configurations;

internal sealed class WebhookEndpointConfiguration : IEntityTypeConfiguration<WebhookEndpoint>
{
    public void Configure(EntityTypeBuilder<WebhookEndpoint> builder)
    {
        builder.ToTable("WebhookEndpoints");
        builder.Property(endpoint => endpoint.Reference).HasMaxLength(WebhookEndpoint.ReferenceLength).IsUnicode(false);
        builder.Property(endpoint => endpoint.Recipient).HasMaxLength(WebhookEndpoint.RecipientMaxLength);
        builder.Property(endpoint => endpoint.Purpose).HasMaxLength(WebhookEndpoint.PurposeMaxLength);
        builder.Property(endpoint => endpoint.Url).HasMaxLength(WebhookEndpoint.UrlMaxLength);
        builder.Property(endpoint => endpoint.Events).HasMaxLength(WebhookEndpoint.EventsMaxLength).IsUnicode(false);
        builder.Property(endpoint => endpoint.CreatedBy).HasMaxLength(SyncRun.RequestedByMaxLength);
        builder.Property(endpoint => endpoint.Version).IsConcurrencyToken();
    }
}
