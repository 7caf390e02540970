using AmazonIn.Domain.Audit;

namespace AmazonIn.Domain.UseCases.Contacts;

/// <summary>What a buyer's contact is opened for; there are no others.</summary>
public sealed record ContactUse
{
    private ContactUse(string action, string permission) => (Action, Permission) = (action, permission);

    /// <summary>A person looks at it on the screen, and says why.</summary>
    public static ContactUse Reveal { get; } = new(AuditAction.RevealContact, Access.Permission.RevealContacts);

    /// <summary>It is printed on a package slip.</summary>
    public static ContactUse PrintSlip { get; } = new(AuditAction.PrintSlip, Access.Permission.PrintLabels);

    /// <summary>It is printed on a shipment label.</summary>
    public static ContactUse PrintLabel { get; } = new(AuditAction.PrintLabel, Access.Permission.PrintLabels);

    /// <summary>A carrier gets the part of it that it needs (X5).</summary>
    public static ContactUse HandOver { get; } = new(AuditAction.HandOverContact, Access.Permission.ShipOrders);

    /// <summary>One of <see cref="AuditAction"/>.</summary>
    public string Action { get; }

    public string Permission { get; }
}
