using AmazonIn.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmazonIn.Infrastructure.Persistence.Configurations;

internal sealed class MasterKeyVersionConfiguration : IEntityTypeConfiguration<MasterKeyVersion>
{
    public void Configure(EntityTypeBuilder<MasterKeyVersion> builder)
    {
        builder.ToTable("MasterKeys");
        builder.Property(key => key.Id).HasMaxLength(DataKey.MasterKeyIdLength).IsUnicode(false).ValueGeneratedNever();
        builder.Property(key => key.BuyersKey).HasMaxLength(DataKey.WrappedLength);
    }
}
