using System.Collections.Concurrent;
using AmazonIn.Domain.Access;

namespace AmazonIn.Portal.Security;

/// <summary>
/// How many connected circuits each person has on this instance (security.md B-12). A circuit whose connection is down
/// does not count: whoever reloads a page must not wait for the old circuit to be forgotten.
/// </summary>
internal sealed class OpenWindows
{
    private readonly ConcurrentDictionary<string, HashSet<string>> _circuits = new(StringComparer.Ordinal);

    /// <returns>Whether the person may have this circuit, too.</returns>
    public bool TryOpen(string person, string circuit)
    {
        var open = _circuits.GetOrAdd(person, _ => new HashSet<string>(StringComparer.Ordinal));
        lock (open)
        {
            return open.Contains(circuit) || (open.Count < SessionLimits.Windows && open.Add(circuit));
        }
    }

    /// <summary>Safe to call twice.</summary>
    public void Close(string person, string circuit)
    {
        if (_circuits.TryGetValue(person, out var open))
        {
            lock (open)
            {
                open.Remove(circuit);
            }
        }
    }
}
