using AmazonIn.Domain.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmazonIn.Infrastructure.Persistence.Configurations;

internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("Organisations");
        builder.Property(organisation => organisation.Name).HasMaxLength(Organisation.NameMaxLength);
        builder.Property(organisation => organisation.BaseCurrency).HasMaxLength(3).IsUnicode(false);
        builder.Property(organisation => organisation.TimeZone).HasMaxLength(Organisation.TimeZoneMaxLength);
        builder.Property(organisation => organisation.IncidentContactName).HasMaxLength(Organisation.ContactNameMaxLength);
        builder.Property(organisation => organisation.IncidentContactAddress).HasMaxLength(Organisation.ContactAddressMaxLength);
        builder.Property(organisation => organisation.Version).IsConcurrencyToken();
    }
}
