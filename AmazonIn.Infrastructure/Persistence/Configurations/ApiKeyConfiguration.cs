using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Sync;
using AmazonIn.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmazonIn.Infrastructure.Persistence.Configurations;

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("ApiKeys");
        builder.Property(key => key.Name).HasMaxLength(NewApiKey.NameMaxLength);
        builder.Property(key => key.Hint).HasMaxLength(ApiKey.HintMaxLength);
        builder.Property(key => key.Hash).HasMaxLength(ApiKey.HashLength);
        builder.Property(key => key.Scopes).HasMaxLength(ApiKey.ScopesMaxLength);
        builder.Property(key => key.CreatedBy).HasMaxLength(SyncRun.RequestedByMaxLength);
        builder.HasIndex(key => key.Hash).IsUnique();
    }
}
