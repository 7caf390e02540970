namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>What is gone for good.</summary>
/// <param name="Credentials">Whether there was an authorisation to destroy.</param>
/// <param name="Keys">Keys of buyers' personal data.</param>
/// <param name="Contacts">Buyers' personal data, by order.</param>
/// <param name="BuyerMarks">Marks by which a buyer's next order would have been recognised.</param>
/// <param name="Listings">Listings with their links to items.</param>
/// <param name="Quantities">Quantities that waited to be sent or had been sent.</param>
/// <param name="Runs">Runs of the sync history.</param>
/// <param name="Entries">Records of those runs.</param>
/// <param name="PendingOrders">Orders pending at Amazon whose reserved stock was set free.</param>
internal sealed record RemovedJson(
    bool Credentials,
    int Keys,
    int Contacts,
    int BuyerMarks,
    int Listings,
    int Quantities,
    int Runs,
    int Entries,
    int PendingOrders);
