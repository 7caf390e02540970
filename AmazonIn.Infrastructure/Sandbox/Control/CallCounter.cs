using System.Collections.Concurrent;

namespace AmazonIn.Infrastructure.Sandbox.Control;

/// <summary>
/// How often each operation was called, refusals and faults included, and how often it was throttled.
/// </summary>
internal sealed class CallCounter
{
    private readonly ConcurrentDictionary<string, (long Count, long Throttled)> calls = new(StringComparer.Ordinal);

    public void Add(string operation, bool throttled) =>
        calls.AddOrUpdate(
            operation,
            _ => (1, throttled ? 1 : 0),
            (_, counted) => (counted.Count + 1, counted.Throttled + (throttled ? 1 : 0)));

    public void Clear() => calls.Clear();

    public IReadOnlyList<(string Operation, long Count, long Throttled)> All() =>
        [.. calls
            .OrderBy(call => call.Key, StringComparer.Ordinal)
            .Select(call => (call.Key, call.Value.Count, call.Value.Throttled))];
}
