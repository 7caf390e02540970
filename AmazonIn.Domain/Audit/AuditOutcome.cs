namespace AmazonIn.Domain.Audit;

/// <summary>What a record says about its act.</summary>
public enum AuditOutcome
{
    /// <summary>Written before the act, when every check had passed: from here on it may have happened.</summary>
    Granted,

    /// <summary>It happened. For events, and after an act whose result was not known before it.</summary>
    Done,

    /// <summary>It was not allowed, and nothing happened.</summary>
    Refused,

    /// <summary>It had been granted and did not come about; follows a <see cref="Granted"/> record.</summary>
    Failed,
}
