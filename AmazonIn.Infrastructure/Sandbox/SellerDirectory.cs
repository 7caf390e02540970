namespace AmazonIn.Infrastructure.Sandbox;

internal sealed class SellerDirectory(IReadOnlyList<SellerAccount> sellers)
{
    public IReadOnlyList<SellerAccount> All => sellers;

    public SellerAccount? Find(string id) => sellers.FirstOrDefault(seller => seller.Id == id);
}
