namespace AmazonIn.Portal.Features.Contacts;

/// <summary>Reasons to pick for a reveal; any other can be typed.</summary>
internal static class RevealReasons
{
    public static IReadOnlyList<string> Common { get; } =
    [
        "The carrier asks about the address or phone",
        "The parcel came back or cannot be delivered",
        "The buyer asked about this order",
    ];
}
