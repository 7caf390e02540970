using System.Security.Cryptography;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Identity;

internal sealed class Sessions(Storage<PortalDbContext> storage, TimeProvider time) : ISessions
{
    /// <summary>Somebody busy must not write a row with every click.</summary>
    private static readonly TimeSpan NotedEvery = TimeSpan.FromSeconds(15);

    /// <summary>Ended sessions are of no use to the portal; what must be kept of them is in the audit trail.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public async Task<string> StartAsync(long userId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var oldest = now - SessionLimits.Absolute - Kept;
        var session = new PortalSession
        {
            Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(PortalSession.IdMaxLength / 2)),
            UserId = userId,
            StartedAt = now,
            LastActiveAt = now,
        };
        await storage.WriteAsync(
            async (db, token) =>
            {
                await db.Sessions.Where(old => old.UserId == userId && old.StartedAt < oldest).ExecuteDeleteAsync(token);
                db.Add(session);
                await db.SaveChangesAsync(token);
            },
            cancellationToken);
        return session.Id;
    }

    public async Task<TimeSpan?> IdleTimeAsync(string id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var lastActive = await storage.ReadAsync(
            (db, token) => Open(db, now).Where(session => session.Id == id)
                .Select(session => (DateTimeOffset?)session.LastActiveAt).FirstOrDefaultAsync(token),
            cancellationToken);
        return now - lastActive;
    }

    public async Task<bool> TouchAsync(string id, CancellationToken cancellationToken)
    {
        if (await IdleTimeAsync(id, cancellationToken) is not { } idle)
        {
            return false;
        }

        var now = time.GetUtcNow();
        return idle < NotedEvery || await storage.WriteAsync(
            async (db, token) => await Open(db, now).Where(session => session.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(session => session.LastActiveAt, now), token) == 1,
            cancellationToken);
    }

    public Task EndAsync(string id, CancellationToken cancellationToken) =>
        EndAsync(db => db.Sessions.Where(session => session.Id == id), cancellationToken);

    public Task EndAllAsync(long userId, CancellationToken cancellationToken) =>
        EndAsync(db => db.Sessions.Where(session => session.UserId == userId), cancellationToken);

    private static IQueryable<PortalSession> Open(PortalDbContext db, DateTimeOffset now)
    {
        var (idleSince, startedBy) = (now - SessionLimits.Idle, now - SessionLimits.Absolute);
        return db.Sessions.Where(session =>
            session.EndedAt == null && session.LastActiveAt > idleSince && session.StartedAt > startedBy);
    }

    private Task<int> EndAsync(Func<PortalDbContext, IQueryable<PortalSession>> which, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return storage.WriteAsync(
            (db, token) => which(db).Where(session => session.EndedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, now), token),
            cancellationToken);
    }
}
