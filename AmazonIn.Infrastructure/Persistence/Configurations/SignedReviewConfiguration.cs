using AmazonIn.Infrastructure.Identity;
using AmazonIn.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmazonIn.Infrastructure.Persistence.Configurations;

internal sealed class SignedReviewConfiguration : IEntityTypeConfiguration<SignedReview>
{
    public void Configure(EntityTypeBuilder<SignedReview> builder)
    {
        builder.ToTable("AccessReviews");
        builder.Property(review => review.ActorId).HasMaxLength(PortalUser.ActorMaxLength);
        builder.Property(review => review.ActorName).HasMaxLength(SignedReview.ActorNameMaxLength);
    }
}
