using AmazonIn.Domain.Access;
using AmazonIn.Portal.Components.Shared;

namespace AmazonIn.Portal.Features.Security;

/// <summary>How the age of Amazon's client secret reads.</summary>
internal static class SecretWords
{
    public static string Of(ClientSecretAge age) => age.Urgency switch
    {
        SecretUrgency.Overdue => $"Amazon's client secret is {IndianFormat.Plural(age.Days, "day")} old: replace it now",
        SecretUrgency.Last or SecretUrgency.Near or SecretUrgency.Soon =>
            $"Amazon's client secret ends in {IndianFormat.Plural(age.DaysLeft, "day")}",
        SecretUrgency.None => $"It is {IndianFormat.Plural(age.Days, "day")} old; a new one is due in {IndianFormat.Plural(age.DaysLeft, "day")}.",
    };

    public static StatusKind KindOf(ClientSecretAge age) => age.Urgency switch
    {
        SecretUrgency.None => StatusKind.Success,
        SecretUrgency.Soon => StatusKind.Info,
        SecretUrgency.Near => StatusKind.Warning,
        SecretUrgency.Last or SecretUrgency.Overdue => StatusKind.Error,
    };
}
