using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AmazonIn.Tests.TestKit.Databases;

/// <summary>Counts the transactions that EF commits on one database.</summary>
internal sealed class CommitCounter : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string _connection;
    private readonly IDisposable _all;
    private readonly List<IDisposable> _subscriptions = [];
    private int _count;

    public CommitCounter(string connection)
    {
        _connection = connection;
        _all = DiagnosticListener.AllListeners.Subscribe(this);
    }

    public int Count => _count;

    /// <summary>Told the count after each commit.</summary>
    public Action<int>? Committed { get; init; }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.TransactionCommitted.Name
            && value.Value is TransactionEndEventData { Context: { } context }
            && context.Database.GetConnectionString() == _connection)
        {
            var count = Interlocked.Increment(ref _count);
            Committed?.Invoke(count);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        _all.Dispose();
        _subscriptions.ForEach(subscription => subscription.Dispose());
    }
}
