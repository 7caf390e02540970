namespace AmazonIn.Domain.Access;

/// <summary>How pressing it is to replace a secret.</summary>
public enum SecretUrgency
{
    None,
    Soon,
    Near,
    Last,
    Overdue,
}
