using System.Text;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Infrastructure.Identity;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Tests.TestKit.Databases;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Tests.Persistence;

public abstract class ApiKeyStoreTests(DatabaseProvider provider) : StoreTests(provider)
{
    private IApiKeyStore Keys => Database.Get<IApiKeyStore>();

    [Fact]
    [Trait("Row", "A4")]
    public async Task Key_is_found_by_itself_and_stored_as_a_hash_only()
    {
        var created = await CreateAsync();

        var found = await Keys.FindAsync(created.Key, Cancelled);

        Assert.Equal(created.Row.Id, found!.Id);
        Assert.Equal(["orders:read", "sync:read"], found.Scopes);
        Assert.Matches("^ain_[0-9A-Za-z]{49}$", created.Key);
        Assert.StartsWith(created.Row.Hint.TrimEnd('…'), created.Key, StringComparison.Ordinal);
        Assert.DoesNotContain(created.Key, created.ToString(), StringComparison.Ordinal);
        if (Database.Provider == DatabaseProvider.Sqlite)
        {
            var secret = Encoding.UTF8.GetBytes(created.Key[10..]);
            foreach (var file in Directory.EnumerateFiles(Database.Directory, "amazonin.db*"))
            {
                await using var stream = new FileStream(
                    file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                var bytes = new byte[stream.Length];
                await stream.ReadExactlyAsync(bytes, Cancelled);
                Assert.True(bytes.AsSpan().IndexOf(secret) < 0, $"{Path.GetFileName(file)} holds the key.");
            }
        }
    }

    [Fact]
    public async Task Unknown_mistyped_revoked_and_expired_keys_are_not_found()
    {
        var created = await CreateAsync();
        var revoked = await CreateAsync();
        Assert.True((await Keys.RevokeAsync(revoked.Row.Id, Cancelled)).Succeeded);
        Assert.True((await Keys.RevokeAsync(revoked.Row.Id, Cancelled)).Succeeded);
        var mistyped = created.Key[..^1] + (created.Key[^1] == 'a' ? 'b' : 'a');

        Assert.Null(await Keys.FindAsync(revoked.Key, Cancelled));
        Assert.Null(await Keys.FindAsync(mistyped, Cancelled));
        Assert.Null(await Keys.FindAsync(ApiKeyText.Generate(), Cancelled));
        Assert.Null(await Keys.FindAsync(string.Empty, Cancelled));
        Assert.Equal("not-found", (await Keys.RevokeAsync(4711, Cancelled)).Error?.Code);

        Clock.Advance(TimeSpan.FromDays(30));
        Assert.Null(await Keys.FindAsync(created.Key, Cancelled));
        Assert.Equal(2, (await Keys.ListAsync(Cancelled)).Count);
    }

    [Fact]
    public async Task Use_is_noted_to_the_minute()
    {
        var created = await CreateAsync();
        await Keys.FindAsync(created.Key, Cancelled);
        var first = Clock.GetUtcNow();
        Clock.Advance(TimeSpan.FromSeconds(59));
        await Keys.FindAsync(created.Key, Cancelled);

        Assert.Equal(first, Assert.Single(await Keys.ListAsync(Cancelled)).LastUsedAt);

        Clock.Advance(TimeSpan.FromSeconds(1));
        await Keys.FindAsync(created.Key, Cancelled);

        Assert.Equal(Clock.GetUtcNow(), Assert.Single(await Keys.ListAsync(Cancelled)).LastUsedAt);
    }

    [Fact]
    public async Task Nameless_scopeless_and_endless_keys_are_refused()
    {
        var good = AKey();

        Assert.Equal("api-key.name", (await Keys.CreateAsync(good with { Name = " " }, Cancelled)).Error?.Code);
        Assert.Equal("api-key.scopes", (await Keys.CreateAsync(good with { Scopes = [] }, Cancelled)).Error?.Code);
        Assert.Equal("api-key.scopes", (await Keys.CreateAsync(good with { Scopes = ["everything"] }, Cancelled)).Error?.Code);
        Assert.Equal(
            "api-key.expiry",
            (await Keys.CreateAsync(good with { ExpiresAt = Clock.GetUtcNow().AddDays(366) }, Cancelled)).Error?.Code);
        Assert.Equal(
            "api-key.expiry", (await Keys.CreateAsync(good with { ExpiresAt = Clock.GetUtcNow() }, Cancelled)).Error?.Code);
        await using var db = Database.Open();
        Assert.Empty(await db.ApiKeys.ToListAsync(Cancelled));
    }

    [Fact]
    public async Task Set_up_token_works_once_and_only_the_latest_one()
    {
        var tokens = Database.Get<ISetupTokens>();
        var earlier = await tokens.CreateAsync(TimeSpan.FromHours(1), Cancelled);
        var token = await tokens.CreateAsync(TimeSpan.FromHours(1), Cancelled);

        Assert.False(await tokens.IsValidAsync(earlier, Cancelled));
        Assert.True(await tokens.IsValidAsync(token, Cancelled));
        var uses = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => tokens.ConsumeAsync(token, Cancelled))));
        Assert.Single(uses, used => used);
        Assert.False(await tokens.IsValidAsync(token, Cancelled));
    }

    [Fact]
    public async Task Set_up_token_expires()
    {
        var tokens = Database.Get<ISetupTokens>();
        var token = await tokens.CreateAsync(TimeSpan.FromHours(1), Cancelled);

        Clock.Advance(TimeSpan.FromHours(1));

        Assert.False(await tokens.IsValidAsync(token, Cancelled));
        Assert.False(await tokens.ConsumeAsync(token, Cancelled));
    }

    [Fact]
    public void Ten_thousand_keys_are_all_different_and_well_formed()
    {
        var keys = Enumerable.Range(0, 10_000).Select(_ => ApiKeyText.Generate()).ToHashSet();

        Assert.Equal(10_000, keys.Count);
        Assert.All(keys, key => Assert.True(ApiKeyText.IsWellFormed(key)));
        Assert.False(ApiKeyText.IsWellFormed("ain_" + new string('0', 49)));
    }

    private NewApiKey AKey() => new("Till", ["sync:read", "orders:read", "sync:read"], "Asha", Clock.GetUtcNow().AddDays(30));

    private async Task<CreatedApiKey> CreateAsync() => (await Keys.CreateAsync(AKey(), Cancelled)).Value!;

    public sealed class OnSqlite() : ApiKeyStoreTests(DatabaseProvider.Sqlite);

    public sealed class OnSqlServer() : ApiKeyStoreTests(DatabaseProvider.SqlServer);
}
