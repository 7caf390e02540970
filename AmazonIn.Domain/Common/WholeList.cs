using System.Runtime.CompilerServices;

namespace AmazonIn.Domain.Common;

/// <summary>Lists that are read to their end, page by page, newest first.</summary>
public static class WholeList
{
    /// <param name="load">One page by cursor.</param>
    public static async IAsyncEnumerable<T> ReadAsync<T>(
        Func<PageRequest, CancellationToken, Task<PageOf<T>>> load,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        long? after = null;
        do
        {
            var page = await load(
                new PageRequest(PageRequest.MaxTake, AfterId: after) { ByCursor = true }, cancellationToken);
            foreach (var row in page.Items)
            {
                yield return row;
            }

            after = page.NextAfterId;
        }
        while (after is not null);
    }
}
