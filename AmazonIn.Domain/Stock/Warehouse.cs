namespace AmazonIn.Domain.Stock;

/// <summary>A place where stock is kept. Exactly one is the primary one.</summary>
public sealed class Warehouse
{
    public const int NameMaxLength = 100;

    private Warehouse(string name) => Name = name;

    public Warehouse(string name, bool isPrimary, DateTimeOffset now)
        : this(name)
    {
        IsPrimary = isPrimary;
        CreatedAt = now;
    }

    public long Id { get; private set; }

    /// <summary>Unique, for people.</summary>
    public string Name { get; private set; }

    public bool IsPrimary { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public int Version { get; private set; }

    public void Rename(string name) => Name = name;
}
