namespace AmazonIn.Domain.Ports.Stores;

/// <summary>
/// Says, after the commit, that something may wait to be sent, so that it goes out within a second. Only a hint: what
/// waits is in the database, and is looked for regularly all the same.
/// </summary>
public interface IOutboxSignal
{
    void Ring();
}
