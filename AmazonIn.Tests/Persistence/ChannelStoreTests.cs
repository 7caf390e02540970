using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Infrastructure.Persistence.Rows;
using AmazonIn.Tests.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Persistence;

public abstract class ChannelStoreTests(DatabaseProvider provider) : SellerTests(provider)
{
    private IChannelStore Channels => Database.Get<IChannelStore>();

    [Fact]
    public async Task Channel_comes_back_with_its_token_and_the_database_holds_it_encrypted()
    {
        var found = await Channels.FindAsync(Marketplace.India.Id, "A1DEMOSELLERIN", Cancelled);

        Assert.Equal(Channel.Id, found!.Id);
        Assert.Equal(Channel.ConnectedAt, found.ConnectedAt);
        Assert.Equal("Atzr|A1DEMOSELLERIN", await Channels.FindRefreshTokenAsync(Channel.Id, Cancelled));
        await using var db = Database.Open();
        var stored = await db.ChannelCredentials.SingleAsync(Cancelled);
        Assert.DoesNotContain("Atzr", stored.ProtectedToken, StringComparison.Ordinal);
        var keys = await db.DataProtectionKeys.Select(key => key.Xml!).ToListAsync(Cancelled);
        Assert.All(keys, xml => Assert.Contains("encryptedByMasterKey", xml, StringComparison.Ordinal));
        Assert.All(keys, xml => Assert.DoesNotContain("masterKey>", xml, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_instance_reads_the_token()
    {
        await using var other = Database.AnotherInstance();

        var token = await other.GetRequiredService<IChannelStore>().FindRefreshTokenAsync(Channel.Id, Cancelled);

        Assert.Equal("Atzr|A1DEMOSELLERIN", token);
    }

    [Fact]
    public async Task Token_moved_to_another_channel_does_not_open()
    {
        var second = await ConnectAsync("A2DEMOSELLERIN");
        await using (var db = Database.Open())
        {
            var first = await db.ChannelCredentials.AsNoTracking().SingleAsync(row => row.ChannelId == Channel.Id, Cancelled);
            await db.ChannelCredentials.Where(row => row.ChannelId == second.Id).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.ProtectedToken, first.ProtectedToken), Cancelled);
        }

        await Assert.ThrowsAsync<System.Security.Cryptography.CryptographicException>(
            () => Channels.FindRefreshTokenAsync(second.Id, Cancelled));
    }

    [Fact]
    public async Task New_token_replaces_the_old_one_and_a_rename_keeps_it()
    {
        Channel.Reauthorize(Clock.GetUtcNow().AddDays(1));
        await Channels.SaveAsync(Channel, "Atzr|renewed", Cancelled);
        Channel.Rename("Amazon India");
        await Channels.SaveAsync(Channel, null, Cancelled);

        var found = await Channels.FindAsync(Channel.Id, Cancelled);
        Assert.Equal("Amazon India", found!.Name);
        Assert.Equal(3, found.Version);
        Assert.Equal(Clock.GetUtcNow().AddDays(1), found.AuthorizedAt);
        Assert.Equal("Atzr|renewed", await Channels.FindRefreshTokenAsync(Channel.Id, Cancelled));
    }

    [Fact]
    public async Task Second_of_two_savers_is_told_and_its_token_is_not_stored()
    {
        var theirs = await Channels.FindAsync(Channel.Id, Cancelled);
        Channel.Rename("Mine");
        await Channels.SaveAsync(Channel, null, Cancelled);

        await Assert.ThrowsAsync<ConcurrentChangeException>(() => Channels.SaveAsync(theirs!, "Atzr|theirs", Cancelled));

        Assert.Equal("Atzr|A1DEMOSELLERIN", await Channels.FindRefreshTokenAsync(Channel.Id, Cancelled));
    }

    [Fact]
    public async Task Account_that_is_connected_already_leaves_nothing_behind()
    {
        var again = new SalesChannel("Again", Marketplace.India, "A1DEMOSELLERIN", Clock.GetUtcNow());

        await Assert.ThrowsAsync<ConcurrentChangeException>(() => Channels.AddAsync(again, "Atzr|again", Cancelled));

        Assert.Equal(0, again.Id);
        Assert.Equal(0, again.Version);
        Assert.Single(await Channels.ListAsync(Cancelled));
        Assert.Null(await Channels.FindRefreshTokenAsync(4711, Cancelled));
    }

    [Fact]
    public async Task Channel_without_its_token_is_not_stored_either()
    {
        var channel = new SalesChannel("Second", Marketplace.India, "A2DEMOSELLERIN", Clock.GetUtcNow());
        await using (var db = Database.Open())
        {
            // Stands in for a fault between the two inserts: the place of the token is taken.
            var next = Channel.Id + 1;
            await db.Database.ExecuteSqlAsync(
                Database.Provider == DatabaseProvider.Sqlite
                    ? (FormattableString)$"PRAGMA foreign_keys = OFF"
                    : $"ALTER TABLE ChannelCredentials NOCHECK CONSTRAINT ALL",
                Cancelled);
            db.Add(new ChannelCredential { ChannelId = next, ProtectedToken = "taken" });
            await db.Database.OpenConnectionAsync(Cancelled);
            if (Database.Provider == DatabaseProvider.Sqlite)
            {
                await db.Database.ExecuteSqlAsync($"PRAGMA foreign_keys = OFF", Cancelled);
            }

            await db.SaveChangesAsync(Cancelled);
        }

        await Assert.ThrowsAsync<ConcurrentChangeException>(() => Channels.AddAsync(channel, "Atzr|second", Cancelled));

        Assert.Equal(0, channel.Id);
        Assert.Null(await Channels.FindAsync(Marketplace.India.Id, "A2DEMOSELLERIN", Cancelled));
    }

    public sealed class OnSqlite() : ChannelStoreTests(DatabaseProvider.Sqlite);

    public sealed class OnSqlServer() : ChannelStoreTests(DatabaseProvider.SqlServer);
}
