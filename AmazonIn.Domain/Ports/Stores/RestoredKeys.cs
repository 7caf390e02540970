namespace AmazonIn.Domain.Ports.Stores;

/// <summary>Which keys a restored database goes on with.</summary>
public enum RestoredKeys
{
    /// <summary>Those that were there already: whatever was destroyed since the backup stays destroyed.</summary>
    Present,

    /// <summary>Those of the backup, because there were none.</summary>
    FromBackup,

    /// <summary>None were there and none were beside the backup: no contact in it can be read any more.</summary>
    None,
}
