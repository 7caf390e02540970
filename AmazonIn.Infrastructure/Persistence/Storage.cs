using AmazonIn.Domain.Ports.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AmazonIn.Infrastructure.Persistence;

/// <summary>
/// Runs each operation in a short-lived context of its own and turns the database's errors into the ports' two:
/// <see cref="StorageUnavailableException"/> and <see cref="ConcurrentChangeException"/>.
/// </summary>
internal sealed class Storage<TContext>(IDbContextFactory<TContext> contexts)
    where TContext : DbContext
{
    private const int Attempts = 3;

    /// <summary>Reads without tracking.</summary>
    public async Task<T> ReadAsync<T>(
        Func<TContext, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
            return await read(context, cancellationToken);
        }
        catch (Exception exception) when (IsOurs(exception, cancellationToken))
        {
            throw StorageFaults.Translate(exception)!;
        }
    }

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(Func<TContext, CancellationToken, Task> write, CancellationToken cancellationToken) =>
        WriteAsync<object?>(
            async (context, token) =>
            {
                await write(context, token);
                return null;
            },
            cancellationToken);

    /// <summary>
    /// Writes in one transaction. Where somebody else added the same key first, or the connection broke,
    /// <paramref name="write"/> runs again from its start, so it must read what it builds on inside itself.
    /// </summary>
    /// <param name="wasCommitted">Tells after a connection lost in the commit whether it went through. Needed where
    /// writing twice is not the same as writing once.</param>
    public async Task<T> WriteAsync<T>(
        Func<TContext, CancellationToken, Task<T>> write,
        CancellationToken cancellationToken,
        Func<TContext, CancellationToken, Task<bool>>? wasCommitted = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await WriteOnceAsync(write, wasCommitted, cancellationToken);
            }
            catch (Exception exception) when (StorageFaults.IsDuplicate(exception))
            {
                if (attempt == Attempts)
                {
                    throw new ConcurrentChangeException(exception);
                }
            }
            catch (Exception exception) when (IsOurs(exception, cancellationToken))
            {
                throw StorageFaults.Translate(exception)!;
            }
        }
    }

    private async Task<T> WriteOnceAsync<T>(
        Func<TContext, CancellationToken, Task<T>> write,
        Func<TContext, CancellationToken, Task<bool>>? wasCommitted,
        CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var result = default(T)!;
        return await context.Database.CreateExecutionStrategy().ExecuteAsync(
            context,
            async (_, state, token) =>
            {
                state.ChangeTracker.Clear();
                using var rollback = new Rollback(state);
                try
                {
                    await using var transaction = await state.Database.BeginTransactionAsync(token);
                    result = await write((TContext)state, token);
                    await transaction.CommitAsync(token);
                    return result;
                }
                catch
                {
                    rollback.Undo();
                    throw;
                }
            },
            async (_, state, token) => new ExecutionResult<T>(
                wasCommitted is not null && await wasCommitted((TContext)state, token), result),
            cancellationToken);
    }

    private static bool IsOurs(Exception exception, CancellationToken cancellationToken) =>
        exception is not (StorageUnavailableException or ConcurrentChangeException or LeaseLostException)
        && !cancellationToken.IsCancellationRequested
        && StorageFaults.Translate(exception) is not null;
}
