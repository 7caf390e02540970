using System.Security.Cryptography;
using AmazonIn.Domain.Customers;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.Sync;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Tests.TestKit;
using AmazonIn.Tests.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Vault;

public abstract class ContactVaultTests(DatabaseProvider provider) : SellerTests(provider)
{
    private static readonly BuyerContact Contact = new()
    {
        BuyerName = "आशा राव",
        BuyerEmail = "asha@marketplace.amazon.in",
        BuyerCompanyName = "Rao & Sons",
        BuyerPurchaseOrderNumber = "PO-7",
        DeliveryInstructions = "Ring twice",
        TaxRegistrationNumber = "29ABCDE1234F1Z5",
        TaxLegalName = "Rao and Sons",
        LineNotes = new Dictionary<string, string> { ["1"] = "Happy birthday 🎂" },
        DeliveryAddress = new ContactAddress
        {
            Name = "Asha", CompanyName = "Rao", Line1 = "12", Line2 = "MG Road", Line3 = "2nd floor", City = "Pune",
            District = "Pune", StateOrRegion = "Maharashtra", PostalCode = "411001", CountryCode = "IN", Phone = "+91 98",
        },
    };

    private IContactVault Vault => Database.Get<IContactVault>();

    [Fact]
    public async Task Contact_comes_back_whole()
    {
        await ImportAsync("1", Contact);

        var opened = await Vault.OpenAsync(Channel.Id, "1", Cancelled);

        Assert.Equal(Contact with { LineNotes = null }, opened! with { LineNotes = null });
        Assert.Equal(Contact.LineNotes, opened.LineNotes);
        Assert.Null(await Vault.OpenAsync(Channel.Id, "2", Cancelled));
    }

    [Fact]
    public async Task Another_instance_opens_it()
    {
        await ImportAsync("1", Contact);
        await using var other = Database.AnotherInstance();

        Assert.NotNull(await other.GetRequiredService<IContactVault>().OpenAsync(Channel.Id, "1", Cancelled));
    }

    [Fact]
    public async Task Without_its_key_a_contact_is_gone()
    {
        await ImportAsync("1", Contact);
        await using (var keys = Database.OpenKeys())
        {
            await keys.DataKeys.ExecuteDeleteAsync(Cancelled);
        }

        Assert.Null(await Vault.OpenAsync(Channel.Id, "1", Cancelled));
    }

    [Fact]
    public async Task Orders_never_share_a_key_and_an_update_keeps_its_own()
    {
        var first = await SealAsync("1", "2");
        var second = await SealAsync("2", "3");

        Assert.NotEqual(first["1"].KeyId, first["2"].KeyId);
        Assert.Equal(first["2"].KeyId, second["2"].KeyId);
        Assert.NotEqual(first["2"].Ciphertext, second["2"].Ciphertext);
        await using var keys = Database.OpenKeys();
        Assert.Equal(3, await keys.DataKeys.CountAsync(Cancelled));
    }

    [Fact]
    public async Task Hundred_contacts_cost_one_transaction()
    {
        await using var keys = Database.OpenKeys();
        using var commits = new CommitCounter(keys.Database.GetConnectionString()!);

        await Vault.SealAsync(
            Channel.Id,
            Enumerable.Range(1, 100).ToDictionary(number => $"order-{number}", _ => Contact),
            Cancelled);

        Assert.Equal(1, commits.Count);
    }

    [Fact]
    public async Task Ten_thousand_nonces_and_keys_are_all_different()
    {
        var seals = await Vault.SealAsync(
            Channel.Id, Enumerable.Range(0, 10_000).ToDictionary(number => $"order-{number}", _ => Contact), Cancelled);

        var nonces = seals.Values.Select(seal => Convert.ToHexString(seal.Ciphertext.AsSpan(17, 12)));
        Assert.Equal(10_000, nonces.Distinct().Count());
        Assert.Equal(10_000, seals.Values.Select(seal => seal.KeyId).Distinct().Count());
        await using var keys = Database.OpenKeys();
        var wrapped = await keys.DataKeys.Select(key => key.Wrapped).ToListAsync(Cancelled);
        Assert.Equal(10_000, wrapped.Select(Convert.ToHexString).Distinct().Count());
    }

    [Fact]
    public async Task Ciphertext_moved_to_another_order_does_not_open()
    {
        await ImportAsync("1", Contact);
        await ImportAsync("2", Contact);
        await using (var db = Database.Open())
        {
            var orders = await db.SalesOrders.ToDictionaryAsync(order => order.AmazonOrderId!, order => order.Id, Cancelled);
            var first = await db.SealedContacts.AsNoTracking().SingleAsync(row => row.SalesOrderId == orders["1"], Cancelled);
            await db.SealedContacts.Where(row => row.SalesOrderId == orders["2"]).ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.Ciphertext, first.Ciphertext)
                    .SetProperty(row => row.KeyId, first.KeyId),
                Cancelled);
        }

        await Assert.ThrowsAsync<AuthenticationTagMismatchException>(() => Vault.OpenAsync(Channel.Id, "2", Cancelled));
    }

    [Fact]
    public async Task Wrapped_key_moved_to_another_order_does_not_open()
    {
        await ImportAsync("1", Contact);
        await ImportAsync("2", Contact);
        await using (var keys = Database.OpenKeys())
        {
            var first = await keys.DataKeys.AsNoTracking().SingleAsync(key => key.AmazonOrderId == "1", Cancelled);
            await keys.DataKeys.Where(key => key.AmazonOrderId == "2").ExecuteUpdateAsync(
                set => set.SetProperty(key => key.Wrapped, first.Wrapped), Cancelled);
        }

        await Assert.ThrowsAsync<AuthenticationTagMismatchException>(() => Vault.OpenAsync(Channel.Id, "2", Cancelled));
    }

    [Fact]
    public void Buyer_key_knows_a_buyer_again_within_the_channel_and_says_nothing_of_the_address()
    {
        var one = Vault.BuyerKey(1, "order-1", new BuyerContact { BuyerEmail = " Asha@Marketplace.amazon.in" });
        var again = Vault.BuyerKey(1, "order-2", new BuyerContact { BuyerEmail = "asha@marketplace.amazon.in " });
        var elsewhere = Vault.BuyerKey(2, "order-1", new BuyerContact { BuyerEmail = "asha@marketplace.amazon.in" });

        Assert.Equal(one, again);
        Assert.NotEqual(one, elsewhere);
        Assert.DoesNotContain("asha", one, StringComparison.OrdinalIgnoreCase);
        Assert.True(one.Length <= Customer.BuyerKeyMaxLength);
        Assert.NotEqual(Vault.BuyerKey(1, "order-1", null), Vault.BuyerKey(1, "order-2", new BuyerContact { BuyerEmail = " " }));
    }

    private Task<IReadOnlyDictionary<string, SealedContact>> SealAsync(params string[] orderIds) =>
        Vault.SealAsync(Channel.Id, orderIds.ToDictionary(id => id, _ => Contact), Cancelled);

    private async Task ImportAsync(string orderId, BuyerContact contact)
    {
        var run = await TakenAsync(SyncModule.Orders);
        var context = AnAmazonOrder.Context() with { WarehouseId = Warehouse.Id };
        await new OrderImports(Database, run, Channel, context)
            .ImportAsync(AnAmazonOrder.Unshipped(orderId) with { Contact = contact });
        await FinishAsync(run);
    }

    public sealed class OnSqlite() : ContactVaultTests(DatabaseProvider.Sqlite);

    public sealed class OnSqlServer() : ContactVaultTests(DatabaseProvider.SqlServer);
}
