using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Sync;
using AmazonIn.Infrastructure.Persistence.Bulk;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Stores;

/// <summary>The frame in which a run's page is written: under the run's lease, all or nothing, and only once.</summary>
internal static class SavedPage
{
    /// <param name="aftermath">Told how it ended.</param>
    /// <exception cref="LeaseLostException">Another instance took the run.</exception>
    public static async Task WriteAsync(
        Storage<PortalDbContext> storage,
        SyncRun run,
        Aftermath aftermath,
        DateTimeOffset now,
        Func<PortalDbContext, CancellationToken, Task> write,
        CancellationToken cancellationToken)
    {
        try
        {
            await storage.WriteAsync(
                async (db, token) =>
                {
                    aftermath.Undo();
                    await HeldRun.SaveAsync(db, run, now, token);
                    await write(db, token);
                    return true;
                },
                cancellationToken,
                (db, token) => db.SyncRuns.AnyAsync(
                    row => row.Id == run.Id && row.Fence == run.Fence && row.PagesRead == run.PagesRead, token));
        }
        catch
        {
            aftermath.Undo();
            throw;
        }

        aftermath.Commit();
    }
}
