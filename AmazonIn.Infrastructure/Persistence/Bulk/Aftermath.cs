using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Bulk;

/// <summary>
/// What rows are told once their transaction is committed, namely their ids and versions, and what is taken back where
/// it was not. After a failure the same rows can be written again.
/// </summary>
internal sealed class Aftermath
{
    private readonly List<Action> _onCommit = [];
    private readonly List<Action> _onRollback = [];

    public void Inserted<T>(DbContext context, IReadOnlyList<T> rows, IReadOnlyList<long> ids)
        where T : class
    {
        var table = BulkTable<T>.For(context);
        _onCommit.Add(() =>
        {
            for (var index = 0; index < rows.Count; index++)
            {
                table.SetId(rows[index], ids[index]);
                table.CountVersionUp(rows[index]);
            }
        });
    }

    public void Updated<T>(DbContext context, IReadOnlyList<T> rows)
        where T : class
    {
        var table = BulkTable<T>.For(context);
        _onCommit.Add(() =>
        {
            foreach (var row in rows)
            {
                table.CountVersionUp(row);
            }
        });
    }

    public void OnRollback(Action undo) => _onRollback.Add(undo);

    /// <summary>Call after the commit.</summary>
    public void Commit() => Run(_onCommit);

    /// <summary>Call before another try, and after the last one failed. Without a try before, it does nothing.</summary>
    public void Undo() => Run(_onRollback);

    private void Run(List<Action> actions)
    {
        foreach (var action in actions)
        {
            action();
        }

        _onCommit.Clear();
        _onRollback.Clear();
    }
}
