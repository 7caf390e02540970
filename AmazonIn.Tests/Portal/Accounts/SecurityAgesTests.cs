using AmazonIn.Domain.Access;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Features.ApiKeys;

namespace AmazonIn.Tests.Portal.Accounts;

/// <summary>When what ages is told of (security.md D-03, D-08, D-18).</summary>
public sealed class SecurityAgesTests
{
    private static readonly DateOnly Day = new(2026, 1, 1);

    [Theory]
    [InlineData(149, SecretUrgency.None)]
    [InlineData(150, SecretUrgency.Soon)]
    [InlineData(165, SecretUrgency.Near)]
    [InlineData(175, SecretUrgency.Last)]
    [InlineData(179, SecretUrgency.Last)]
    [InlineData(180, SecretUrgency.Overdue)]
    public void The_client_secret_is_told_of_more_urgently_each_time(int days, SecretUrgency urgency)
    {
        var age = ClientSecretAge.Of(Day, Day.AddDays(days));

        Assert.Equal((urgency, 180 - days), (age.Urgency, age.DaysLeft));
    }

    [Theory]
    [InlineData(365, false)]
    [InlineData(366, true)]
    public void A_training_lasts_a_year(int days, bool due) => Assert.Equal(due, Training.IsDue(Day, Day.AddDays(days)));

    [Fact]
    public void Who_was_never_trained_is_due() => Assert.True(Training.IsDue(null, Day));

    [Theory]
    [InlineData(329, "Active")]
    [InlineData(330, "Expires soon")]
    public void A_key_is_to_be_replaced_well_before_its_year_is_over(int days, string words)
    {
        var made = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var key = new ApiKeyRow(1, "Books", "ain_", [], "Asha", made, made.AddDays(365), null, null);

        Assert.Equal(words, KeyState.Of(key, made.AddDays(days)).Words);
    }

    [Fact]
    public void A_review_is_due_a_quarter_after_the_last_or_after_the_first_person()
    {
        var first = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var last = new AccessReview(first.AddDays(80), "user:1", "Asha", 2, 1);

        Assert.Equal((first.AddDays(90), first.AddDays(170)), (AccessReview.DueAt(null, first), AccessReview.DueAt(last, first)));
    }
}
