namespace AmazonIn.Infrastructure.Persistence;

/// <summary>The databases that the portal runs on.</summary>
public enum DatabaseProvider
{
    /// <summary>Files in the data directory; nothing to install.</summary>
    Sqlite,

    /// <summary>A server, which several portal instances can share.</summary>
    SqlServer,
}
