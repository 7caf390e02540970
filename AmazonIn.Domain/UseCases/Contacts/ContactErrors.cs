using AmazonIn.Domain.Common;
using AmazonIn.Domain.Privacy;

namespace AmazonIn.Domain.UseCases.Contacts;

/// <summary>Why a buyer's contact is not opened, in a seller's words.</summary>
public static class ContactErrors
{
    public static Error PeopleOnly { get; } = new(
        "contact.people-only",
        "Only a person who is signed in can see a buyer's contact; programs and API keys cannot.",
        ErrorKind.Forbidden);

    public static Error Suspended { get; } = new(
        "contact.suspended",
        $"You revealed more contacts than usual (over {RevealPolicy.MostInShortWindow} in "
        + $"{RevealPolicy.ShortWindow.TotalMinutes:0} minutes or {RevealPolicy.MostInDay} a day), so revealing is suspended for a "
        + "day. An administrator was told and can allow it again under Settings, Users. Labels and slips can still be printed.",
        ErrorKind.Forbidden);

    public static Error OwnSuspension { get; } = new(
        "contact.own-suspension",
        "You cannot allow revealing for yourself. Ask another administrator, or wait until the suspension ends by itself.",
        ErrorKind.Conflict);

    public static Error None { get; } = new(
        "contact.none",
        "No contact is kept for this order: it was made by hand, Amazon sent none, or it was past its thirty days when it was "
        + "synced.",
        ErrorKind.NotFound);

    public static Error Deleted { get; } = new(
        "contact.deleted",
        "The buyer's contact of this order was deleted thirty days after fulfilment or voiding. It cannot be brought back; look "
        + "it up in Seller Central if the law allows you to.",
        ErrorKind.Conflict);

    public static Error Unreadable { get; } = new(
        "contact.unreadable",
        "The key that opens this contact is gone, so it cannot be read any more. Look the order up in Seller Central.",
        ErrorKind.Conflict);

    public static Error KeysUnavailable { get; } = new(
        "contact.keys-unavailable",
        "The keys that open contacts are unavailable just now. Try again in a while; whoever runs the portal sees the reason in "
        + "its health and log.",
        ErrorKind.Unavailable);
}
