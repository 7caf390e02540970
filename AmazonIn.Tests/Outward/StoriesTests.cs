using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.Stock;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Tests.Outward;

/// <summary>
/// Thousands of random stories against the demo marketplace: whatever happened, and wherever the process died, the ledger
/// adds up, Amazon offers what we have, and no parcel was confirmed twice.
/// </summary>
public sealed class StoriesTests
{
    private const int Steps = 14;

    private static readonly string[] Skus = ["KURTA-M", "साड़ी लाल", "CUP/BLUE", "Tea + \"Gift\""];

    // Several chapters, so that the machine's cores share them; each in a world of its own.
    [Theory]
    [Trait("Row", "K1")]
    [Trait("Row", "K2")]
    [Trait("Row", "K3")]
    [Trait("Row", "D1")]
    [Trait("Row", "D2")]
    [Trait("Row", "H1")]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Every_story_ends_well(int chapter)
    {
        await using var world = await World.StartAsync(Skus.ToDictionary(sku => sku, sku => 3 + sku.Length));
        for (var number = 0; number < Stories; number++)
        {
            var seed = (chapter * 100_000) + number;
            var story = new Story(world, Skus, new Random(seed));
            try
            {
                await story.TellAsync(Steps);
                await story.SettleAsync();
                await story.AssertAllIsWellAsync();
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Assert.Fail($"Story {seed}:\n{story.Told}\n\n{exception}");
            }
        }

        await AssertMuchHappenedAsync(world);
    }

    // Stories in which nothing happens prove nothing.
    private static async Task AssertMuchHappenedAsync(World world)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var db = world.Database.Open();
        var kinds = await db.StockMovements.Select(movement => movement.Kind).Distinct().ToListAsync(cancel);
        var routes = await db.StockPushAnswers.Select(answer => answer.Route).Distinct().ToListAsync(cancel);
        var shipments = await db.Shipments.Select(shipment => shipment.State).Distinct().ToListAsync(cancel);

        Assert.Equal(Enum.GetValues<MovementKind>().Order(), kinds.Order());
        Assert.Equal(Enum.GetValues<PushRoute>().Order(), routes.Order());
        Assert.Contains(ConfirmationState.Confirmed, shipments);
        Assert.Contains(ConfirmationState.Undone, shipments);
        Assert.True(world.Reaper.Deaths > Stories / 50, $"The process died {world.Reaper.Deaths} times only.");
    }

    /// <summary>Stories a chapter. <c>AMAZONIN_STORIES</c> tells more, or fewer while looking for a fault.</summary>
    private static int Stories =>
        int.TryParse(Environment.GetEnvironmentVariable("AMAZONIN_STORIES"), out var wanted) ? wanted : 1000;
}
