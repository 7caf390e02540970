namespace AmazonIn.Domain.Access;

/// <summary>How long a session lasts (security.md V-13; the numbers are ours, Amazon gives none).</summary>
public static class SessionLimits
{
    /// <summary>Without anything that the person did.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(15);

    /// <summary>How long before the end of an idle session its screen says so.</summary>
    public static readonly TimeSpan Warning = TimeSpan.FromMinutes(1);

    /// <summary>A working day; after it a person signs in again, however busy they were.</summary>
    public static readonly TimeSpan Absolute = TimeSpan.FromHours(10);

    /// <summary>Windows that one person may have open at a time (security.md B-12).</summary>
    public const int Windows = 5;
}
